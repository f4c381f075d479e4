package org.safeguard.model.fact;

import java.util.List;

/// How a service mesh protects the traffic of a workload.
///
/// @param namespace of the workload
/// @param name of the workload
/// @param kind of the workload
/// @param ephi ePHI designation as in [Workload]
/// @param product the mesh, empty for none
/// @param meshFound whether a mesh runs in the cluster; unknown where the snapshot cannot tell
/// @param hostNetwork whether the pods use the network of the node, where no mesh reaches them
/// @param membership `sidecar` (a proxy in the pods or the template), `ambient` (enrolled by
///     label), `declared` (would be injected), `opted-out` or `none`; unknown where the snapshot
///     cannot tell
/// @param member whether a proxy takes its traffic: `sidecar` or `ambient`; unknown where the
///     snapshot cannot tell
/// @param mode effective mutual TLS of incoming traffic: `strict`, `permissive`, `disabled`, or
///     `none` outside a mesh; unknown where the snapshot cannot tell
/// @param decidedBy the object that decides the mode, empty for the default of the mesh
/// @param weakerPorts ports with a weaker mode than strict, as `port mode`
/// @param bypasses annotations that lead ports or addresses past the proxy, as `key=value`
/// @param plainClients destination rules that turn mutual TLS off towards it, as `namespace/name`;
///     unknown where the snapshot cannot tell
/// @param authorizationPolicies authorization policies of the mesh that hold it; unknown where the
///     snapshot cannot tell
/// @param encrypted whether others can only reach it by mutual TLS of the mesh, on every port;
///     unknown where the snapshot cannot tell
/// @param provenance where the values were read
public record MeshProtection(
    String namespace,
    String name,
    String kind,
    String ephi,
    String product,
    boolean meshFound,
    boolean hostNetwork,
    String membership,
    boolean member,
    String mode,
    String decidedBy,
    List<String> weakerPorts,
    List<String> bypasses,
    List<String> plainClients,
    List<String> authorizationPolicies,
    boolean encrypted,
    Provenance provenance)
    implements Fact {

  public MeshProtection {
    weakerPorts = List.copyOf(weakerPorts);
    bypasses = List.copyOf(bypasses);
    plainClients = List.copyOf(plainClients);
    authorizationPolicies = List.copyOf(authorizationPolicies);
  }

  @Override
  public String kind() {
    return provenance.known("kind", kind);
  }

  @Override
  public String ephi() {
    return provenance.known("ephi", ephi);
  }

  @Override
  public String product() {
    return provenance.known("product", product);
  }

  @Override
  public boolean meshFound() {
    return provenance.known("meshFound", meshFound);
  }

  @Override
  public boolean hostNetwork() {
    return provenance.known("hostNetwork", hostNetwork);
  }

  @Override
  public String membership() {
    return provenance.known("membership", membership);
  }

  @Override
  public boolean member() {
    return provenance.known("member", member);
  }

  @Override
  public String mode() {
    return provenance.known("mode", mode);
  }

  @Override
  public String decidedBy() {
    return provenance.known("decidedBy", decidedBy);
  }

  @Override
  public List<String> weakerPorts() {
    return provenance.known("weakerPorts", weakerPorts);
  }

  @Override
  public List<String> bypasses() {
    return provenance.known("bypasses", bypasses);
  }

  @Override
  public List<String> plainClients() {
    return provenance.known("plainClients", plainClients);
  }

  @Override
  public List<String> authorizationPolicies() {
    return provenance.known("authorizationPolicies", authorizationPolicies);
  }

  @Override
  public boolean encrypted() {
    return provenance.known("encrypted", encrypted);
  }
}
