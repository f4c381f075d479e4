package org.safeguard.access;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.safeguard.model.fact.PolicyRule;

/// The abilities of one subject, or of several that one of them can act as.
final class Abilities {

  private final Map<Ability, List<Held>> held = new EnumMap<>(Ability.class);
  private final Set<Place> seen = new HashSet<>();

  /// What a rule for every object adds nothing to: the same ability in the same place.
  private record Place(Ability ability, String scope) {}

  /// Finds abilities in roles, each role once.
  static final class Finder {
    private final Map<List<PolicyRule>, List<Found>> found = new IdentityHashMap<>();

    private record Found(Ability ability, PolicyRule rule) {}

    Abilities of(List<Grant> grants) {
      Abilities abilities = new Abilities();
      for (Grant grant : grants) {
        for (Found one : in(grant.binding().rules())) {
          if (grant.scope().isEmpty() || !one.ability().ofCluster()) {
            abilities.add(new Held(one.ability(), grant, one.rule()));
          }
        }
      }
      return abilities;
    }

    private List<Found> in(List<PolicyRule> rules) {
      return found.computeIfAbsent(rules, Finder::find);
    }

    private static List<Found> find(List<PolicyRule> rules) {
      List<Found> all = new ArrayList<>();
      for (PolicyRule rule : rules) {
        if (rule.provenance().unknown().isEmpty() && !rule.resources().isEmpty()) {
          for (Ability ability : Ability.values()) {
            if (ability.in(rule)) {
              all.add(new Found(ability, rule));
            }
          }
        }
      }
      return all;
    }
  }

  private void add(Held one) {
    if (!one.anyObject() || seen.add(new Place(one.ability(), one.scope()))) {
      held.computeIfAbsent(one.ability(), _ -> new ArrayList<>()).add(one);
    }
  }

  /// Some of them, in a collection of its own.
  Abilities only(Set<Ability> wanted) {
    Abilities some = new Abilities();
    held.forEach(
        (ability, list) -> {
          if (wanted.contains(ability)) {
            list.forEach(some::add);
          }
        });
    return some;
  }

  /// Adds those of another subject.
  void addAll(Abilities others) {
    others.held.values().forEach(list -> list.forEach(this::add));
  }

  boolean isEmpty() {
    return held.isEmpty();
  }

  Set<Ability> abilities() {
    return held.keySet();
  }

  List<Held> of(Ability ability) {
    return held.getOrDefault(ability, List.of());
  }

  /// One that covers every object in a place, empty for the whole cluster.
  Optional<Held> any(Ability ability, String scope) {
    return of(ability).stream()
        .filter(one -> one.anyObject() && (one.scope().isEmpty() || one.scope().equals(scope)))
        .findFirst();
  }

  /// The places in which some of these are held for every object; empty text for everywhere.
  Set<String> scopes(Ability... some) {
    Set<String> scopes = new TreeSet<>();
    for (Ability ability : some) {
      of(ability).stream().filter(Held::anyObject).map(Held::scope).forEach(scopes::add);
    }
    return scopes;
  }
}
