package org.safeguard.access;

import java.util.List;
import org.safeguard.model.fact.PolicyRule;
import org.safeguard.model.fact.Reading;

/// An ability that a subject has by one rule of one grant.
///
/// @param ability what
/// @param grant by which binding
/// @param rule by which rule of its role
record Held(Ability ability, Grant grant, PolicyRule rule) {

  /// Where; empty for everywhere.
  String scope() {
    return grant.scope();
  }

  boolean anyObject() {
    return rule.resourceNames().isEmpty();
  }

  /// Whether it covers an object of this name.
  boolean covers(String name) {
    return anyObject() || rule.resourceNames().contains(name);
  }

  List<Reading> readings() {
    return grant.readings(rule);
  }

  /// `may read secrets in namespace clinic (RoleBinding clinic/dev → ClusterRole edit)`.
  String words() {
    return "may " + what() + " (" + grant.way() + ")";
  }

  /// The same without the way.
  String what() {
    String everywhere =
        ability == Ability.EVERYTHING ? " in the whole cluster" : " in every namespace";
    String where =
        !scope().isEmpty() ? " in namespace " + scope() : ability.ofCluster() ? "" : everywhere;
    String which = anyObject() ? "" : ", only " + String.join(", ", rule.resourceNames());
    return ability.words() + where + which;
  }
}
