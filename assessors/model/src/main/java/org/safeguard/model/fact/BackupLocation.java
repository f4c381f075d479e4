package org.safeguard.model.fact;

/// A place that backups go to.
///
/// @param namespace its namespace, empty for cluster scope
/// @param name its name
/// @param kind such as `BackupStorageLocation`
/// @param product such as `Velero`
/// @param provider such as `aws`
/// @param available whether the product can reach it; unknown where the source holds no status
/// @param encryptedTransport whether it is reached by TLS and its certificate is checked
/// @param keyManaged whether it names a key that the backups are encrypted with
/// @param readOnly whether it takes no new backups
/// @param provenance where the values were read
public record BackupLocation(
    String namespace,
    String name,
    String kind,
    String product,
    String provider,
    boolean available,
    boolean encryptedTransport,
    boolean keyManaged,
    boolean readOnly,
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
  public String provider() {
    return provenance.known("provider", provider);
  }

  @Override
  public boolean available() {
    return provenance.known("available", available);
  }

  @Override
  public boolean encryptedTransport() {
    return provenance.known("encryptedTransport", encryptedTransport);
  }

  @Override
  public boolean keyManaged() {
    return provenance.known("keyManaged", keyManaged);
  }

  @Override
  public boolean readOnly() {
    return provenance.known("readOnly", readOnly);
  }
}
