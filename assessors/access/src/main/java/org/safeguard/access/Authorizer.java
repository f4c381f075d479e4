package org.safeguard.access;

import java.util.List;
import org.safeguard.model.fact.PolicyRule;

/// Whether a rule of a role covers a request, read as the RBAC authorizer of the API server does
///
// ([source](https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/rbac/v1/evaluation_helpers.go)).
public final class Authorizer {

  private static final String ALL = "*";

  private Authorizer() {}

  /// Whether a binding that grants this rule allows the request.
  ///
  /// @param scope namespace of the binding; empty for one that counts everywhere
  public static boolean allows(String scope, PolicyRule rule, Request request) {
    return (scope.isEmpty() || scope.equals(request.namespace())) && allows(rule, request);
  }

  /// Whether a rule covers a request. One with parts that nobody can read covers nothing for sure.
  static boolean allows(PolicyRule rule, Request request) {
    if (!rule.provenance().unknown().isEmpty() || !matches(rule.verbs(), request.verb())) {
      return false;
    }
    return switch (request) {
      case Request.OfPath path -> rule.nonResourceURLs().stream().anyMatch(u -> path(u, path));
      case Request.OfResource resource ->
          matches(rule.groups(), resource.group())
              && matchesResource(rule.resources(), resource.combined(), resource.subresource())
              && (rule.resourceNames().isEmpty() || rule.resourceNames().contains(resource.name()));
    };
  }

  static boolean matches(List<String> allowed, String wanted) {
    return allowed.contains(ALL) || allowed.contains(wanted);
  }

  static boolean matchesResource(List<String> allowed, String combined, String subresource) {
    return matches(allowed, combined)
        || !subresource.isEmpty() && allowed.contains(ALL + "/" + subresource);
  }

  private static boolean path(String rule, Request.OfPath request) {
    return rule.equals(ALL)
        || rule.equals(request.path())
        || rule.endsWith(ALL) && request.path().startsWith(rule.replaceFirst("\\*+$", ""));
  }
}
