package org.safeguard.access;

import java.util.ArrayList;
import java.util.List;
import org.safeguard.model.fact.PolicyRule;
import org.safeguard.model.fact.Reading;

/// A binding as it counts for one subject.
///
/// @param binding the binding
/// @param subject who is named in it
/// @param group the group by which it counts; empty where the subject itself is named
public record Grant(BindingView binding, SubjectView subject, String group) {

  /// The namespace it counts in; empty for everywhere.
  public String scope() {
    return binding.clusterWide() ? "" : binding.resource().effectiveNamespace();
  }

  /// `RoleBinding clinic/dev → ClusterRole edit`.
  public String way() {
    String through = group.isEmpty() ? "" : ", as every member of " + group;
    return label() + " → " + role() + through;
  }

  /// `ClusterRole edit`.
  public String role() {
    return binding.roleKind().orElse("Role") + " " + binding.roleName().orElse("(unknown)");
  }

  /// `RoleBinding clinic/dev`.
  public String label() {
    String scope = scope();
    String name = binding.resource().name();
    return binding.resource().kind() + " " + (scope.isEmpty() ? name : scope + "/" + name);
  }

  /// `RoleBinding/clinic/dev`, `ClusterRoleBinding//dev`: as facts name a binding.
  String reference() {
    return binding.resource().kind() + "/" + scope() + "/" + binding.resource().name();
  }

  /// Where it says what a rule of its role allows.
  List<Reading> readings(PolicyRule rule) {
    List<Reading> readings = new ArrayList<>();
    readings.add(binding.reading());
    for (String component : List.of("verbs", "resources", "resourceNames")) {
      if (rule.provenance().knowsReadingsOf(component)) {
        rule.provenance().readings(component).stream()
            .filter(reading -> !reading.observed().startsWith("absent"))
            .forEach(readings::add);
      }
    }
    return readings;
  }
}
