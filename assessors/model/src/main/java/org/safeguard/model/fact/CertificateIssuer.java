package org.safeguard.model.fact;

/// What signs certificates for the cluster.
///
/// @param namespace its namespace, empty for cluster scope
/// @param name its name
/// @param kind `Issuer` or `ClusterIssuer`
/// @param clusterWide whether every namespace may use it
/// @param type `acme`, `ca`, `vault`, `selfSigned`, `venafi` or `other`
/// @param server address of an ACME or Vault server, empty for none
/// @param staging whether it is a test authority that no browser trusts
/// @param skipsVerification whether it accepts any certificate of its server
/// @param ready whether it can sign; unknown where the source holds no status
/// @param provenance where the values were read
public record CertificateIssuer(
    String namespace,
    String name,
    String kind,
    boolean clusterWide,
    String type,
    String server,
    boolean staging,
    boolean skipsVerification,
    boolean ready,
    Provenance provenance)
    implements Fact {

  @Override
  public String kind() {
    return provenance.known("kind", kind);
  }

  @Override
  public boolean clusterWide() {
    return provenance.known("clusterWide", clusterWide);
  }

  @Override
  public String type() {
    return provenance.known("type", type);
  }

  @Override
  public String server() {
    return provenance.known("server", server);
  }

  @Override
  public boolean staging() {
    return provenance.known("staging", staging);
  }

  @Override
  public boolean skipsVerification() {
    return provenance.known("skipsVerification", skipsVerification);
  }

  @Override
  public boolean ready() {
    return provenance.known("ready", ready);
  }
}
