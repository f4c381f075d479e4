package org.safeguard.model.fact;

import java.util.List;

/// What a network policy of any API really does.
///
/// @param kind such as `NetworkPolicy` or `AdminNetworkPolicy`
/// @param namespace empty for a policy of the whole cluster
/// @param name its name
/// @param core whether it is a `NetworkPolicy` of the core API
/// @param stated whether its effect could be stated exactly
/// @param workloads how many workloads it selects
/// @param emptyPeers peers of its rules that select no pod, as places such as `ingress[0].from[1]`
/// @param admitsEveryNamespace whether a rule lets in every pod of every namespace on every port
/// @param provenance where the values were read
public record PolicyEffect(
    String kind,
    String namespace,
    String name,
    boolean core,
    boolean stated,
    long workloads,
    List<String> emptyPeers,
    boolean admitsEveryNamespace,
    Provenance provenance)
    implements Fact {

  public PolicyEffect {
    emptyPeers = List.copyOf(emptyPeers);
  }

  @Override
  public boolean core() {
    return provenance.known("core", core);
  }

  @Override
  public boolean stated() {
    return provenance.known("stated", stated);
  }

  @Override
  public long workloads() {
    return provenance.known("workloads", workloads);
  }

  @Override
  public List<String> emptyPeers() {
    return provenance.known("emptyPeers", emptyPeers);
  }

  @Override
  public boolean admitsEveryNamespace() {
    return provenance.known("admitsEveryNamespace", admitsEveryNamespace);
  }
}
