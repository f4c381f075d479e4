package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
record RoleView(Place object, List<PolicyRule> rules, Optional<Cause> gap) {

  static RoleView of(Place object, ClusterObjects objects) {
    List<PolicyRule> rules = new ArrayList<>();
    Optional<Cause> gap = rules(object, rules);
    if (rules.isEmpty() && gap.isEmpty() && aggregated(object)) {
      gap = aggregate(object, objects, rules);
    }
    return new RoleView(object, List.copyOf(rules), gap);
  }

  Resource resource() {
    return object.resource();
  }

  static boolean aggregated(Place role) {
    return role.at("aggregationRule").isSet();
  }

  private static Optional<Cause> rules(Place object, List<PolicyRule> rules) {
    Value<List<Place>> list = object.at("rules").objects();
    for (Place rule : list.orElse(List.of())) {
      rules.add(rule(rule));
    }
    Optional<Cause> gap = rules.stream().flatMap(RoleView::firstGap).findFirst();
    return list instanceof Value.Unreadable<List<Place>>(Place _, Cause cause)
        ? Optional.of(cause)
        : gap;
  }

  private static java.util.stream.Stream<Cause> firstGap(PolicyRule rule) {
    return rule.provenance().unknown().values().stream();
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

  /// In a manifest the controller has not yet filled in the rules of an aggregated role.
  private static Optional<Cause> aggregate(
      Place object, ClusterObjects objects, List<PolicyRule> rules) {
    Optional<Cause> gap = objects.coverages().gap(Types.CLUSTER_ROLE);
    List<Place> selectors =
        object.at("aggregationRule", "clusterRoleSelectors").objects().orElse(List.of());
    for (Place role : objects.placesOf(Types.CLUSTER_ROLE)) {
      boolean selected =
          role.resource() != object.resource()
              && selectors.stream()
                  .map(Selector::read)
                  .anyMatch(selector -> matches(selector, role));
      if (selected) {
        gap = gap.or(() -> rules(role, rules));
      }
    }
    return gap;
  }

  private static boolean matches(Value<Selector> selector, Place role) {
    return selector
        .map(s -> s.matches(role.at("metadata", "labels").textMap().orElse(Map.of())))
        .orElse(false);
  }
}
