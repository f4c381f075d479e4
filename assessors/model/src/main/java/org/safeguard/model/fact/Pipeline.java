package org.safeguard.model.fact;

/// A runner or task of a CI/CD system in the cluster.
///
/// @param namespace its namespace, empty for cluster scope
/// @param name its name
/// @param kind such as `Task`
/// @param product such as `Tekton`
/// @param privileged whether its steps or jobs may run privileged; unknown where the snapshot
///     cannot tell
/// @param runtimeSocket whether they see the socket of a container runtime; unknown where the
///     snapshot cannot tell
/// @param clusterAdmin whether its account has every right; unknown where the snapshot cannot tell
/// @param hardened whether every step is without privilege escalation and not root; unknown where
///     the snapshot cannot tell
/// @param pinned whether what it runs is named by digest; unknown where the snapshot cannot tell
/// @param egressRestricted whether network policies restrict what it connects to; unknown where the
///     snapshot cannot tell
/// @param provenance where the values were read
public record Pipeline(
    String namespace,
    String name,
    String kind,
    String product,
    boolean privileged,
    boolean runtimeSocket,
    boolean clusterAdmin,
    boolean hardened,
    boolean pinned,
    boolean egressRestricted,
    Provenance provenance)
    implements Fact {

  @Override
  public String kind() {
    return provenance.known("kind", kind);
  }

  @Override
  public String product() {
    return provenance.known("product", product);
  }

  @Override
  public boolean privileged() {
    return provenance.known("privileged", privileged);
  }

  @Override
  public boolean runtimeSocket() {
    return provenance.known("runtimeSocket", runtimeSocket);
  }

  @Override
  public boolean clusterAdmin() {
    return provenance.known("clusterAdmin", clusterAdmin);
  }

  @Override
  public boolean hardened() {
    return provenance.known("hardened", hardened);
  }

  @Override
  public boolean pinned() {
    return provenance.known("pinned", pinned);
  }

  @Override
  public boolean egressRestricted() {
    return provenance.known("egressRestricted", egressRestricted);
  }
}
