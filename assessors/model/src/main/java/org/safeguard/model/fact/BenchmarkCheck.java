package org.safeguard.model.fact;

/// One check of a benchmark.
///
/// @param number as the benchmark has it, such as `1.1.1`
/// @param topic `control-plane-files`, `etcd-data`, `kubelet-files`, `kube-proxy-files`,
///     `api-server`, `controller-manager`, `scheduler`, `etcd`, `kubelet`, `kube-proxy`,
///     `authentication`, `logging`, `policies`, `managed-services` or `other`
/// @param nodeType such as `master`, `node`, `etcd`; empty when not told
/// @param description what it asks for
/// @param status `PASS`, `FAIL`, `WARN` or `INFO`; empty where no report has the topic
/// @param passed whether the tool found it kept; unknown where it left that to a person
/// @param provenance where the values were read
public record BenchmarkCheck(
    String number,
    String topic,
    String nodeType,
    String description,
    String status,
    boolean passed,
    Provenance provenance)
    implements Traced {

  @Override
  public boolean passed() {
    return provenance.known("passed", passed);
  }
}
