package org.safeguard.model.fact;

import java.util.List;

/// A role or cluster role.
///
/// @param kind `Role` or `ClusterRole`
/// @param namespace empty for a cluster role
/// @param name its name
/// @param builtIn whether Kubernetes itself or a platform made it (`system:` prefix or the
///     bootstrapping label)
/// @param aggregated whether its rules come from other cluster roles
/// @param aggregatesTo the roles `view`, `edit`, `admin` and the like that take in its rules, by
///     its labels `rbac.authorization.k8s.io/aggregate-to-…`
/// @param rules its rules
/// @param bindings bindings that grant it, as `Kind/namespace/name`; unknown where the snapshot
///     cannot tell
/// @param provenance where the values were read
public record Role(
    String kind,
    String namespace,
    String name,
    boolean builtIn,
    boolean aggregated,
    List<String> aggregatesTo,
    List<PolicyRule> rules,
    List<String> bindings,
    Provenance provenance)
    implements Fact {

  public Role {
    aggregatesTo = List.copyOf(aggregatesTo);
    rules = List.copyOf(rules);
    bindings = List.copyOf(bindings);
  }

  @Override
  public boolean builtIn() {
    return provenance.known("builtIn", builtIn);
  }

  @Override
  public boolean aggregated() {
    return provenance.known("aggregated", aggregated);
  }

  @Override
  public List<String> aggregatesTo() {
    return provenance.known("aggregatesTo", aggregatesTo);
  }

  @Override
  public List<PolicyRule> rules() {
    return provenance.known("rules", rules);
  }

  @Override
  public List<String> bindings() {
    return provenance.known("bindings", bindings);
  }
}
