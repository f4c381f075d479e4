package org.safeguard.model.fact;

import java.util.List;
import java.util.Map;

/// A service account.
///
/// @param namespace its namespace
/// @param name its name
/// @param annotations annotations
/// @param automountToken effective; true by default
/// @param secrets secrets it lists
/// @param imagePullSecrets names
/// @param workloads workloads that run as it, as `Kind/name`
/// @param bindings bindings that name it, as `Kind/name`; unknown where the snapshot cannot tell
/// @param rules what it may do by direct binding; unknown where the snapshot cannot tell
/// @param clusterAdmin as in [Workload]; unknown where the snapshot cannot tell
/// @param cloudRole cloud identity by annotation (EKS, GKE, Azure), else empty
/// @param provenance where the values were read
public record ServiceAccount(
    String namespace,
    String name,
    Map<String, String> annotations,
    boolean automountToken,
    List<String> secrets,
    List<String> imagePullSecrets,
    List<String> workloads,
    List<String> bindings,
    List<PolicyRule> rules,
    boolean clusterAdmin,
    String cloudRole,
    Provenance provenance)
    implements Fact {

  public ServiceAccount {
    annotations = Map.copyOf(annotations);
    secrets = List.copyOf(secrets);
    imagePullSecrets = List.copyOf(imagePullSecrets);
    workloads = List.copyOf(workloads);
    bindings = List.copyOf(bindings);
    rules = List.copyOf(rules);
  }

  @Override
  public Map<String, String> annotations() {
    return provenance.known("annotations", annotations);
  }

  @Override
  public boolean automountToken() {
    return provenance.known("automountToken", automountToken);
  }

  @Override
  public List<String> secrets() {
    return provenance.known("secrets", secrets);
  }

  @Override
  public List<String> imagePullSecrets() {
    return provenance.known("imagePullSecrets", imagePullSecrets);
  }

  @Override
  public List<String> workloads() {
    return provenance.known("workloads", workloads);
  }

  @Override
  public List<String> bindings() {
    return provenance.known("bindings", bindings);
  }

  @Override
  public List<PolicyRule> rules() {
    return provenance.known("rules", rules);
  }

  @Override
  public boolean clusterAdmin() {
    return provenance.known("clusterAdmin", clusterAdmin);
  }

  @Override
  public String cloudRole() {
    return provenance.known("cloudRole", cloudRole);
  }
}
