package org.safeguard.model.fact;

/// A network plugin and what it enforces.
///
/// @param namespace of the workload that shows it
/// @param name of the workload that shows it
/// @param product such as `Cilium`
/// @param enforcesPolicies whether it enforces network policies; unknown where the snapshot cannot
///     tell
/// @param encryption transparent encryption between nodes: `wireguard`, `ipsec` or `none`; unknown
///     where the snapshot cannot tell
/// @param coversNodes whether traffic of the nodes themselves is encrypted, too; unknown where the
///     snapshot cannot tell
/// @param meshFound whether a mesh runs, which encrypts between workloads instead; unknown where
///     the snapshot cannot tell
/// @param provenance where the values were read
public record ClusterNetwork(
    String namespace,
    String name,
    String product,
    boolean enforcesPolicies,
    String encryption,
    boolean coversNodes,
    boolean meshFound,
    Provenance provenance)
    implements Fact {

  @Override
  public String product() {
    return provenance.known("product", product);
  }

  @Override
  public boolean enforcesPolicies() {
    return provenance.known("enforcesPolicies", enforcesPolicies);
  }

  @Override
  public String encryption() {
    return provenance.known("encryption", encryption);
  }

  @Override
  public boolean coversNodes() {
    return provenance.known("coversNodes", coversNodes);
  }

  @Override
  public boolean meshFound() {
    return provenance.known("meshFound", meshFound);
  }
}
