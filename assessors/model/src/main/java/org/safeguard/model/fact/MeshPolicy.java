package org.safeguard.model.fact;

import java.util.List;

/// A policy or route of a service mesh.
///
/// @param namespace its namespace, empty for cluster scope
/// @param name its name
/// @param kind such as `PeerAuthentication`
/// @param product the mesh
/// @param scope `mesh`, `namespace` or `workload`
/// @param mode mutual TLS it asks for, lower case, empty when it says none
/// @param allowsEveryone whether it lets every client in without a condition
/// @param turnsTlsOff whether it turns TLS off for traffic of the mesh or to a destination
/// @param skipsVerification whether it accepts any certificate of a destination
/// @param wildcardHosts hosts that stand for every host
/// @param plainServers ports of a gateway that answer HTTP without a redirect to HTTPS
/// @param oldTls ports of a gateway that accept TLS before 1.2
/// @param provenance where the values were read
public record MeshPolicy(
    String namespace,
    String name,
    String kind,
    String product,
    String scope,
    String mode,
    boolean allowsEveryone,
    boolean turnsTlsOff,
    boolean skipsVerification,
    List<String> wildcardHosts,
    List<String> plainServers,
    List<String> oldTls,
    Provenance provenance)
    implements Fact {

  public MeshPolicy {
    wildcardHosts = List.copyOf(wildcardHosts);
    plainServers = List.copyOf(plainServers);
    oldTls = List.copyOf(oldTls);
  }

  @Override
  public String kind() {
    return provenance.known("kind", kind);
  }

  @Override
  public String product() {
    return provenance.known("product", product);
  }

  @Override
  public String scope() {
    return provenance.known("scope", scope);
  }

  @Override
  public String mode() {
    return provenance.known("mode", mode);
  }

  @Override
  public boolean allowsEveryone() {
    return provenance.known("allowsEveryone", allowsEveryone);
  }

  @Override
  public boolean turnsTlsOff() {
    return provenance.known("turnsTlsOff", turnsTlsOff);
  }

  @Override
  public boolean skipsVerification() {
    return provenance.known("skipsVerification", skipsVerification);
  }

  @Override
  public List<String> wildcardHosts() {
    return provenance.known("wildcardHosts", wildcardHosts);
  }

  @Override
  public List<String> plainServers() {
    return provenance.known("plainServers", plainServers);
  }

  @Override
  public List<String> oldTls() {
    return provenance.known("oldTls", oldTls);
  }
}
