package org.safeguard.model.fact;

import java.util.List;

/// One instance of a control plane component, with its effective flags.
///
/// Where other components are seen but this one is not, there is one instance all the same whose
/// settings are unknown, with the reason.
///
/// @param component `kube-apiserver`, `kube-controller-manager`, `kube-scheduler`, `etcd` or
///     `kube-proxy`
/// @param namespace of the pod or configuration it was read from, empty for cluster scope
/// @param name of the pod or configuration it was read from
/// @param source `pod`, `workload`, `kubeadm`, `node`, or `none` where it cannot be seen
/// @param version of its image, else of the cluster, such as `1.31.2`; empty when not known
/// @param flags its flags by name: every one that is set, and those that rules know of with
///     their defaults
/// @param loopbackOnly whether its ports for health and metrics are reachable from its own host
///     only
/// @param strongTls whether it insists on TLS 1.2 with strong suites, or on TLS 1.3
/// @param clientCaShared for etcd, whether it trusts the very authority that signs clients of the
///     API server
/// @param apiServer what an API server does; everything unknown for other components
/// @param provenance where the values were read
public record ControlPlaneComponent(
    String component,
    String namespace,
    String name,
    String source,
    String version,
    List<ComponentSetting> flags,
    boolean loopbackOnly,
    boolean strongTls,
    boolean clientCaShared,
    ApiServer apiServer,
    Provenance provenance)
    implements Fact {

  public ControlPlaneComponent {
    flags = List.copyOf(flags);
  }

  @Override
  public List<ComponentSetting> flags() {
    return provenance.known("flags", flags);
  }

  @Override
  public boolean loopbackOnly() {
    return provenance.known("loopbackOnly", loopbackOnly);
  }

  @Override
  public boolean strongTls() {
    return provenance.known("strongTls", strongTls);
  }

  @Override
  public boolean clientCaShared() {
    return provenance.known("clientCaShared", clientCaShared);
  }
}
