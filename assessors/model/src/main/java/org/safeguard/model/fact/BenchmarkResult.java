package org.safeguard.model.fact;

import java.util.List;

/// What one imported benchmark report found on one topic. Where reports are there and none of them
/// has a topic, there is a result for it all the same, whose checks are unknown.
///
/// @param name of the report; empty where no report has the topic
/// @param benchmark such as `cis-1.9`
/// @param nodeType such as `master`, `node`, `etcd`; empty when not told
/// @param topic `control-plane-files`, `etcd-data`, `kubelet-files`, `kube-proxy-files`,
///     `api-server`, `controller-manager`, `scheduler`, `etcd`, `kubelet`, `kube-proxy`,
///     `authentication`, `logging`, `policies`, `managed-services` or `other`
/// @param checks in the order of the report
/// @param provenance where the values were read
public record BenchmarkResult(
    String name,
    String benchmark,
    String nodeType,
    String topic,
    List<BenchmarkCheck> checks,
    Provenance provenance)
    implements Fact {

  public BenchmarkResult {
    checks = List.copyOf(checks);
  }

  @Override
  public List<BenchmarkCheck> checks() {
    return provenance.known("checks", checks);
  }
}
