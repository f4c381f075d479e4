package org.safeguard.model.fact;

import java.util.List;
import java.util.Map;

/// A namespace.
///
/// @param name the name
/// @param labels labels
/// @param annotations annotations
/// @param ephi ePHI designation as in [Workload]
/// @param enforceLevel Pod Security Standards level of the `enforce` label, empty when not set
/// @param enforceVersion empty when not set
/// @param auditLevel empty when not set
/// @param warnLevel empty when not set
/// @param workloads workloads in it as `Kind/name`
/// @param networkPolicies network policies in it; unknown where the snapshot cannot tell
/// @param defaultDenyIngress whether a policy for every pod denies all ingress but what rules
///     allow, and none for every pod allows all again; unknown where the snapshot cannot tell
/// @param defaultDenyEgress the same for egress; unknown where the snapshot cannot tell
/// @param resourceQuotas resource quotas in it; unknown where the snapshot cannot tell
/// @param limitRanges limit ranges in it; unknown where the snapshot cannot tell
/// @param systemNamespace `kube-system`, `kube-public`, `kube-node-lease` or `openshift-*`
/// @param provenance where the values were read
public record Namespace(
    String name,
    Map<String, String> labels,
    Map<String, String> annotations,
    String ephi,
    String enforceLevel,
    String enforceVersion,
    String auditLevel,
    String warnLevel,
    List<String> workloads,
    List<String> networkPolicies,
    boolean defaultDenyIngress,
    boolean defaultDenyEgress,
    List<String> resourceQuotas,
    List<String> limitRanges,
    boolean systemNamespace,
    Provenance provenance)
    implements Fact {

  public Namespace {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    workloads = List.copyOf(workloads);
    networkPolicies = List.copyOf(networkPolicies);
    resourceQuotas = List.copyOf(resourceQuotas);
    limitRanges = List.copyOf(limitRanges);
  }

  @Override
  public Map<String, String> labels() {
    return provenance.known("labels", labels);
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
  public String enforceLevel() {
    return provenance.known("enforceLevel", enforceLevel);
  }

  @Override
  public String enforceVersion() {
    return provenance.known("enforceVersion", enforceVersion);
  }

  @Override
  public String auditLevel() {
    return provenance.known("auditLevel", auditLevel);
  }

  @Override
  public String warnLevel() {
    return provenance.known("warnLevel", warnLevel);
  }

  @Override
  public List<String> workloads() {
    return provenance.known("workloads", workloads);
  }

  @Override
  public List<String> networkPolicies() {
    return provenance.known("networkPolicies", networkPolicies);
  }

  @Override
  public boolean defaultDenyIngress() {
    return provenance.known("defaultDenyIngress", defaultDenyIngress);
  }

  @Override
  public boolean defaultDenyEgress() {
    return provenance.known("defaultDenyEgress", defaultDenyEgress);
  }

  @Override
  public List<String> resourceQuotas() {
    return provenance.known("resourceQuotas", resourceQuotas);
  }

  @Override
  public List<String> limitRanges() {
    return provenance.known("limitRanges", limitRanges);
  }
}
