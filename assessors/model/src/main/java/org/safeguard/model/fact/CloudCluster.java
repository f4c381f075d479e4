package org.safeguard.model.fact;

import java.util.List;

/// A managed cluster as its provider describes it. What a description does not tell is unknown.
///
/// @param provider `EKS`, `GKE` or `AKS`
/// @param name of the description
/// @param version of Kubernetes, empty when not told
/// @param publicEndpoint whether the API server has an address on the internet
/// @param allowedRanges the address ranges that may reach that address; empty for none named
/// @param endpointRestricted whether the internet at large cannot reach the API server
/// @param secretsEncrypted whether secrets are encrypted with a key service before they are stored
/// @param customerKey whether that key belongs to the customer
/// @param logs the control plane's logs that are exported, such as `api`, `audit`
/// @param audited whether the audit log is among them
/// @param cloudIdentity whether people sign in with their identity of the cloud
/// @param localAccounts whether it also takes certificates, passwords or a shared administrator
/// @param privateNodes whether nodes have no address on the internet
/// @param workloadIdentity whether workloads get cloud identities of their own
/// @param metadataProtected whether workloads are kept from the node's metadata and identity
/// @param leastNodeIdentity whether nodes act with an identity made for them
/// @param shieldedNodes whether nodes prove what they booted
/// @param hardenedNodes whether nodes run an operating system made for containers
/// @param autoUpgrade whether the control plane and nodes are upgraded automatically
/// @param networkPolicies whether network policies are enforced
/// @param verifiedImages whether images are verified before they run
/// @param threatDetection whether the provider watches the cluster for attacks
/// @param legacyAuthorization whether the authorization of before RBAC is on
/// @param provenance where the values were read
public record CloudCluster(
    String provider,
    String name,
    String version,
    boolean publicEndpoint,
    List<String> allowedRanges,
    boolean endpointRestricted,
    boolean secretsEncrypted,
    boolean customerKey,
    List<String> logs,
    boolean audited,
    boolean cloudIdentity,
    boolean localAccounts,
    boolean privateNodes,
    boolean workloadIdentity,
    boolean metadataProtected,
    boolean leastNodeIdentity,
    boolean shieldedNodes,
    boolean hardenedNodes,
    boolean autoUpgrade,
    boolean networkPolicies,
    boolean verifiedImages,
    boolean threatDetection,
    boolean legacyAuthorization,
    Provenance provenance)
    implements Fact {

  public CloudCluster {
    allowedRanges = List.copyOf(allowedRanges);
    logs = List.copyOf(logs);
  }

  @Override
  public boolean publicEndpoint() {
    return provenance.known("publicEndpoint", publicEndpoint);
  }

  @Override
  public List<String> allowedRanges() {
    return provenance.known("allowedRanges", allowedRanges);
  }

  @Override
  public boolean endpointRestricted() {
    return provenance.known("endpointRestricted", endpointRestricted);
  }

  @Override
  public boolean secretsEncrypted() {
    return provenance.known("secretsEncrypted", secretsEncrypted);
  }

  @Override
  public boolean customerKey() {
    return provenance.known("customerKey", customerKey);
  }

  @Override
  public List<String> logs() {
    return provenance.known("logs", logs);
  }

  @Override
  public boolean audited() {
    return provenance.known("audited", audited);
  }

  @Override
  public boolean cloudIdentity() {
    return provenance.known("cloudIdentity", cloudIdentity);
  }

  @Override
  public boolean localAccounts() {
    return provenance.known("localAccounts", localAccounts);
  }

  @Override
  public boolean privateNodes() {
    return provenance.known("privateNodes", privateNodes);
  }

  @Override
  public boolean workloadIdentity() {
    return provenance.known("workloadIdentity", workloadIdentity);
  }

  @Override
  public boolean metadataProtected() {
    return provenance.known("metadataProtected", metadataProtected);
  }

  @Override
  public boolean leastNodeIdentity() {
    return provenance.known("leastNodeIdentity", leastNodeIdentity);
  }

  @Override
  public boolean shieldedNodes() {
    return provenance.known("shieldedNodes", shieldedNodes);
  }

  @Override
  public boolean hardenedNodes() {
    return provenance.known("hardenedNodes", hardenedNodes);
  }

  @Override
  public boolean autoUpgrade() {
    return provenance.known("autoUpgrade", autoUpgrade);
  }

  @Override
  public boolean networkPolicies() {
    return provenance.known("networkPolicies", networkPolicies);
  }

  @Override
  public boolean verifiedImages() {
    return provenance.known("verifiedImages", verifiedImages);
  }

  @Override
  public boolean threatDetection() {
    return provenance.known("threatDetection", threatDetection);
  }

  @Override
  public boolean legacyAuthorization() {
    return provenance.known("legacyAuthorization", legacyAuthorization);
  }
}
