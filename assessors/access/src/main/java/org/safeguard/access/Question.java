package org.safeguard.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.PolicyRule;

/// Who may do something, as a person asks it.
///
/// @param request what is asked for; without a name, any object is meant, and without a namespace,
///     any namespace
/// @param ofCluster whether what is asked for lies in no namespace, so that a role binding cannot
///     allow it
public record Question(Request request, boolean ofCluster) {

  /// Reads a verb and a resource: `pods`, `pods/exec`, `deployments.apps`, `secrets/NAME`,
  /// `pods/NAME/exec` or a path such as `/metrics`.
  ///
  /// @param namespace empty for any
  /// @throws IllegalArgumentException when the words mean nothing
  public static Question of(String verb, String resource, String namespace) {
    String lower = verb.toLowerCase(Locale.ROOT);
    if (resource.startsWith("/")) {
      return new Question(new Request.OfPath(lower, resource), true);
    }
    String[] parts = resource.split("/", -1);
    if (parts.length > 3 || List.of(parts).contains("")) {
      throw new IllegalArgumentException(
          "'"
              + resource
              + "' is no resource; name one like pods, pods/exec, deployments.apps, secrets/NAME or"
              + " a path like /metrics");
    }
    int dot = parts[0].indexOf('.');
    String plural =
        ApiResources.plural(
            (dot < 0 ? parts[0] : parts[0].substring(0, dot)).toLowerCase(Locale.ROOT));
    String group = dot < 0 ? ApiResources.group(plural) : parts[0].substring(dot + 1);
    boolean second = parts.length == 2 && ApiResources.isSubresource(parts[1]);
    String subresource = parts.length == 3 ? parts[2] : second ? parts[1] : "";
    String name = parts.length == 3 || parts.length == 2 && !second ? parts[1] : "";
    boolean ofCluster =
        ApiResources.liesInNoNamespace(plural)
            || plural.equals("namespaces") && Set.of("list", "watch", "create").contains(lower);
    return new Question(
        new Request.OfResource(
            lower,
            plural.equals("*") && dot < 0 ? "*" : group,
            plural,
            subresource,
            namespace,
            name),
        ofCluster);
  }

  /// Whether a grant in this scope can answer.
  boolean meets(String scope) {
    if (scope.isEmpty()) {
      return true;
    }
    if (ofCluster) {
      return false;
    }
    boolean sameNamespace = request.namespace().isEmpty() || scope.equals(request.namespace());
    boolean ownNamespace =
        !(request instanceof Request.OfResource of)
            || !of.resource().equals("namespaces")
            || of.name().isEmpty()
            || of.name().equals(scope);
    return sameNamespace && ownNamespace;
  }

  /// The names for which a rule allows it; empty for any name.
  ///
  /// @return null when the rule does not allow it
  @Nullable Set<String> names(PolicyRule rule) {
    if (Authorizer.allows(rule, request)) {
      return Set.of();
    }
    if (request instanceof Request.OfResource of
        && of.name().isEmpty()
        && !of.verb().equals("deletecollection")
        && !(of.verb().equals("create") && of.subresource().isEmpty())
        && rule.provenance().unknown().isEmpty()) {
      TreeSet<String> names = new TreeSet<>();
      for (String name : rule.resourceNames()) {
        if (Authorizer.allows(rule, named(of, name))) {
          names.add(name);
        }
      }
      return names.isEmpty() ? null : names;
    }
    return null;
  }

  private static Request named(Request.OfResource of, String name) {
    return new Request.OfResource(
        of.verb(), of.group(), of.resource(), of.subresource(), of.namespace(), name);
  }
}
