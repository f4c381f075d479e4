package org.safeguard.model.fact;

import java.util.List;

/// The release of Kubernetes that the API server runs, against the project's support windows.
///
/// @param version such as `1.31.2`
/// @param endOfLife the day on which patches end, empty for a release that the table does not
///     know
/// @param supported whether patches were to be had on the day of the capture
/// @param skewedComponents control-plane pods outside the version skew policy, as `name version`
/// @param versionsOnNodes distinct kubelet versions
/// @param metricsServer whether the resource metrics API is served
/// @param aggregatedRedirect whether the API server follows redirects of aggregated servers
///     (CVE-2022-3172)
/// @param redundantControlPlane whether several control-plane nodes are there; unknown where the
///     provider runs it
/// @param proxyMetricsAddress where kube-proxy serves its metrics
/// @param proxyMetricsLocal whether that is the loopback address
/// @param zonesSpread whether the nodes lie in more than one zone
/// @param provenance where the values were read
public record ClusterRelease(
    String version,
    String endOfLife,
    boolean supported,
    List<String> skewedComponents,
    List<String> versionsOnNodes,
    boolean metricsServer,
    boolean aggregatedRedirect,
    boolean redundantControlPlane,
    String proxyMetricsAddress,
    boolean proxyMetricsLocal,
    boolean zonesSpread,
    Provenance provenance)
    implements Fact {

  public ClusterRelease {
    skewedComponents = List.copyOf(skewedComponents);
    versionsOnNodes = List.copyOf(versionsOnNodes);
  }

  @Override
  public String version() {
    return provenance.known("version", version);
  }

  @Override
  public String endOfLife() {
    return provenance.known("endOfLife", endOfLife);
  }

  @Override
  public boolean supported() {
    return provenance.known("supported", supported);
  }

  @Override
  public List<String> skewedComponents() {
    return provenance.known("skewedComponents", skewedComponents);
  }

  @Override
  public List<String> versionsOnNodes() {
    return provenance.known("versionsOnNodes", versionsOnNodes);
  }

  @Override
  public boolean metricsServer() {
    return provenance.known("metricsServer", metricsServer);
  }

  @Override
  public boolean aggregatedRedirect() {
    return provenance.known("aggregatedRedirect", aggregatedRedirect);
  }

  @Override
  public boolean redundantControlPlane() {
    return provenance.known("redundantControlPlane", redundantControlPlane);
  }

  @Override
  public String proxyMetricsAddress() {
    return provenance.known("proxyMetricsAddress", proxyMetricsAddress);
  }

  @Override
  public boolean proxyMetricsLocal() {
    return provenance.known("proxyMetricsLocal", proxyMetricsLocal);
  }

  @Override
  public boolean zonesSpread() {
    return provenance.known("zonesSpread", zonesSpread);
  }
}
