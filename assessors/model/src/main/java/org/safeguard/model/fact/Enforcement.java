package org.safeguard.model.fact;

import java.util.List;

/// What admission policies together enforce in a namespace.
///
/// @param name of the namespace
/// @param ephi ePHI designation of the namespace, or of a workload in it where that says more
/// @param systemNamespace `kube-system`, `kube-public`, `kube-node-lease` or `openshift-*`
/// @param controls one for each control we know
/// @param policies policies that refuse something here
/// @param provenance where the values were read
public record Enforcement(
    String name,
    String ephi,
    boolean systemNamespace,
    List<ControlEnforcement> controls,
    List<String> policies,
    Provenance provenance)
    implements Fact {

  public Enforcement {
    controls = List.copyOf(controls);
    policies = List.copyOf(policies);
  }

  @Override
  public String ephi() {
    return provenance.known("ephi", ephi);
  }

  @Override
  public List<ControlEnforcement> controls() {
    return provenance.known("controls", controls);
  }

  @Override
  public List<String> policies() {
    return provenance.known("policies", policies);
  }
}
