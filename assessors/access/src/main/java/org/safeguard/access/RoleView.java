package org.safeguard.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.PolicyRule;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Selector;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// A role or cluster role as read.
///
/// @param object the whole role
/// @param rules its rules, aggregated ones included
/// @param gap why rules are missing or unreadable; empty where all are known
public record RoleView(Place object, List<PolicyRule> rules, Optional<Cause> gap) {

  public RoleView {
    rules = List.copyOf(rules);
  }

  static RoleView of(Place object, ClusterObjects objects) {
    Reader reader = new Reader(objects);
    reader.read(object);
    return new RoleView(object, reader.rules, reader.gap);
  }

  /// The role as captured.
  public Resource resource() {
    return object.resource();
  }

  static boolean aggregated(Place role) {
    return role.at("aggregationRule").isSet();
  }

  /// Collects the rules of a role and of those it aggregates.
  private static final class Reader {
    private final ClusterObjects objects;
    private final List<PolicyRule> rules = new ArrayList<>();
    private final Set<Resource> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private Optional<Cause> gap = Optional.empty();

    Reader(ClusterObjects objects) {
      this.objects = objects;
    }

    /// In a cluster the controller keeps the rules of an aggregated role filled in; in a manifest
    /// nobody has yet.
    void read(Place role) {
      int before = rules.size();
      written(role.at("rules").objects());
      if (rules.size() == before && aggregated(role) && seen.add(role.resource())) {
        gap = gap.or(() -> objects.coverages().gap(Types.CLUSTER_ROLE));
        Place aggregation = role.at("aggregationRule", "clusterRoleSelectors");
        for (Place selector : known(aggregation.objects(), List.of())) {
          known(Selector.read(selector).map(Optional::of), Optional.<Selector>empty())
              .ifPresent(this::selected);
        }
      }
    }

    private void selected(Selector selector) {
      for (Place role : objects.placesOf(Types.CLUSTER_ROLE)) {
        Place labels = role.at("metadata", "labels");
        if (!seen.contains(role.resource())
            && selector.matches(known(labels.textMap(), Map.of()))) {
          read(role);
          seen.add(role.resource());
        }
      }
    }

    private void written(Value<List<Place>> list) {
      for (Place place : known(list, List.of())) {
        PolicyRule rule = rule(place);
        rules.add(rule);
        gap = gap.or(() -> causes(rule).findFirst());
      }
    }

    private <T> T known(Value<T> value, T otherwise) {
      if (value instanceof Value.Unreadable<T>(Place _, Cause cause)) {
        gap = gap.or(() -> Optional.of(cause));
      }
      return value.orElse(otherwise);
    }
  }

  private static Stream<Cause> causes(PolicyRule rule) {
    return rule.provenance().unknown().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue);
  }

  private static PolicyRule rule(Place rule) {
    Trace trace = new Trace(rule);
    return new PolicyRule(
        trace.list("verbs", rule.at("verbs").texts()),
        trace.list("groups", rule.at("apiGroups").texts()),
        trace.list("resources", rule.at("resources").texts()),
        trace.list("resourceNames", rule.at("resourceNames").texts()),
        trace.list("nonResourceURLs", rule.at("nonResourceURLs").texts()),
        trace.done());
  }
}
