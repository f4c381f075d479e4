package org.safeguard.rules;

import java.util.List;
import org.safeguard.model.fact.PolicyRule;

/// Reads a rule of a role as the RBAC authorizer of the API server does
/// (`k8s.io/kubernetes/pkg/apis/rbac/v1/evaluation_helpers.go`).
final class RbacMatch {

  private static final String ALL = "*";

  private RbacMatch() {}

  /// Whether the rule allows `verb` on every object of `resource`, which may be `pods/exec`.
  static boolean allows(PolicyRule rule, String verb, String group, String resource) {
    return rule.resourceNames().isEmpty() && allowsSome(rule, verb, group, resource);
  }

  /// Whether the rule allows `verb` on some object of `resource`.
  static boolean allowsSome(PolicyRule rule, String verb, String group, String resource) {
    return matches(rule.verbs(), verb)
        && matches(rule.groups(), group)
        && matchesResource(rule.resources(), resource);
  }

  private static boolean matches(List<String> allowed, String wanted) {
    return allowed.contains(ALL) || allowed.contains(wanted);
  }

  private static boolean matchesResource(List<String> allowed, String wanted) {
    if (matches(allowed, wanted)) {
      return true;
    }
    int slash = wanted.indexOf('/');
    return slash >= 0 && allowed.contains(ALL + wanted.substring(slash));
  }
}
