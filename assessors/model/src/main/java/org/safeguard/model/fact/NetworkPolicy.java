package org.safeguard.model.fact;

import java.util.List;

/// A network policy (networking.k8s.io).
///
/// @param namespace its namespace
/// @param name its name
/// @param selectsAllPods whether its pod selector is empty
/// @param restrictsIngress effective policy types
/// @param restrictsEgress effective policy types
/// @param allowsAllIngress whether a rule lets every source in on every port
/// @param allowsAllEgress whether a rule lets everything out on every port
/// @param deniesAllIngress whether it restricts ingress and allows none
/// @param deniesAllEgress whether it restricts egress and allows none
/// @param ipBlocks address ranges in its rules
/// @param workloads workloads it selects, as `Kind/name`; unknown where the snapshot cannot tell
/// @param provenance where the values were read
public record NetworkPolicy(
    String namespace,
    String name,
    boolean selectsAllPods,
    boolean restrictsIngress,
    boolean restrictsEgress,
    boolean allowsAllIngress,
    boolean allowsAllEgress,
    boolean deniesAllIngress,
    boolean deniesAllEgress,
    List<IpBlock> ipBlocks,
    List<String> workloads,
    Provenance provenance)
    implements Fact {

  public NetworkPolicy {
    ipBlocks = List.copyOf(ipBlocks);
    workloads = List.copyOf(workloads);
  }

  @Override
  public boolean selectsAllPods() {
    return provenance.known("selectsAllPods", selectsAllPods);
  }

  @Override
  public boolean restrictsIngress() {
    return provenance.known("restrictsIngress", restrictsIngress);
  }

  @Override
  public boolean restrictsEgress() {
    return provenance.known("restrictsEgress", restrictsEgress);
  }

  @Override
  public boolean allowsAllIngress() {
    return provenance.known("allowsAllIngress", allowsAllIngress);
  }

  @Override
  public boolean allowsAllEgress() {
    return provenance.known("allowsAllEgress", allowsAllEgress);
  }

  @Override
  public boolean deniesAllIngress() {
    return provenance.known("deniesAllIngress", deniesAllIngress);
  }

  @Override
  public boolean deniesAllEgress() {
    return provenance.known("deniesAllEgress", deniesAllEgress);
  }

  @Override
  public List<IpBlock> ipBlocks() {
    return provenance.known("ipBlocks", ipBlocks);
  }

  @Override
  public List<String> workloads() {
    return provenance.known("workloads", workloads);
  }
}
