package org.safeguard.model.fact;

import java.util.List;
import java.util.Map;

/// A service.
///
/// @param namespace its namespace
/// @param name its name
/// @param annotations annotations
/// @param ephi of the workloads behind it, as in [Workload]
/// @param type effective: `ClusterIP`, `NodePort`, `LoadBalancer` or `ExternalName`
/// @param headless whether the cluster IP is `None`
/// @param selector labels it selects, empty for none
/// @param ports ports
/// @param externalIPs `externalIPs`
/// @param externalName empty when not set
/// @param loadBalancerSourceRanges allowed client ranges
/// @param internalLoadBalancer whether an annotation asks for an internal load balancer
/// @param workloads workloads behind it, as `Kind/name`; unknown where the snapshot cannot tell
/// @param provenance where the values were read
public record Service(
    String namespace,
    String name,
    Map<String, String> annotations,
    String ephi,
    String type,
    boolean headless,
    Map<String, String> selector,
    List<ServicePort> ports,
    List<String> externalIPs,
    String externalName,
    List<String> loadBalancerSourceRanges,
    boolean internalLoadBalancer,
    List<String> workloads,
    Provenance provenance)
    implements Fact {

  public Service {
    annotations = Map.copyOf(annotations);
    selector = Map.copyOf(selector);
    ports = List.copyOf(ports);
    externalIPs = List.copyOf(externalIPs);
    loadBalancerSourceRanges = List.copyOf(loadBalancerSourceRanges);
    workloads = List.copyOf(workloads);
  }

  @Override
  public Map<String, String> annotations() {
    return provenance.known("annotations", annotations);
  }

  @Override
  public String ephi() {
    return provenance.known("ephi", ephi);
  }

  @Override
  public String type() {
    return provenance.known("type", type);
  }

  @Override
  public boolean headless() {
    return provenance.known("headless", headless);
  }

  @Override
  public Map<String, String> selector() {
    return provenance.known("selector", selector);
  }

  @Override
  public List<ServicePort> ports() {
    return provenance.known("ports", ports);
  }

  @Override
  public List<String> externalIPs() {
    return provenance.known("externalIPs", externalIPs);
  }

  @Override
  public String externalName() {
    return provenance.known("externalName", externalName);
  }

  @Override
  public List<String> loadBalancerSourceRanges() {
    return provenance.known("loadBalancerSourceRanges", loadBalancerSourceRanges);
  }

  @Override
  public boolean internalLoadBalancer() {
    return provenance.known("internalLoadBalancer", internalLoadBalancer);
  }

  @Override
  public List<String> workloads() {
    return provenance.known("workloads", workloads);
  }
}
