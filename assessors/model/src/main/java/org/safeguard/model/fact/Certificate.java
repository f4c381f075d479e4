package org.safeguard.model.fact;

import java.util.List;

/// A certificate that the cluster manages.
///
/// @param namespace its namespace, empty for cluster scope
/// @param name its name
/// @param source `cert-manager`, `annotation` or `secret`
/// @param secretName the secret it lies in
/// @param hosts names it is for
/// @param wildcards names with a wildcard
/// @param issuer `Kind/name`, empty when not known
/// @param notAfter when it ends, RFC 3339; unknown where the snapshot cannot tell
/// @param daysLeft days between the capture and its end, negative after it; unknown where one of
///     both is not known
/// @param endsSoon whether less than 14 days are left, and less than a fifth of its life where its
///     beginning is known; unknown as `daysLeft`
/// @param ready whether the manager says that it is valid and up to date; unknown where the source
///     holds no status
/// @param lifetimeDays how long it is asked to be valid; 90 by default
/// @param keyAlgorithm `RSA`, `ECDSA` or `Ed25519`
/// @param keySize bits
/// @param authority whether it may sign others
/// @param provenance where the values were read
public record Certificate(
    String namespace,
    String name,
    String source,
    String secretName,
    List<String> hosts,
    List<String> wildcards,
    String issuer,
    String notAfter,
    long daysLeft,
    boolean endsSoon,
    boolean ready,
    long lifetimeDays,
    String keyAlgorithm,
    long keySize,
    boolean authority,
    Provenance provenance)
    implements Fact {

  public Certificate {
    hosts = List.copyOf(hosts);
    wildcards = List.copyOf(wildcards);
  }

  @Override
  public String source() {
    return provenance.known("source", source);
  }

  @Override
  public String secretName() {
    return provenance.known("secretName", secretName);
  }

  @Override
  public List<String> hosts() {
    return provenance.known("hosts", hosts);
  }

  @Override
  public List<String> wildcards() {
    return provenance.known("wildcards", wildcards);
  }

  @Override
  public String issuer() {
    return provenance.known("issuer", issuer);
  }

  @Override
  public String notAfter() {
    return provenance.known("notAfter", notAfter);
  }

  @Override
  public long daysLeft() {
    return provenance.known("daysLeft", daysLeft);
  }

  @Override
  public boolean endsSoon() {
    return provenance.known("endsSoon", endsSoon);
  }

  @Override
  public boolean ready() {
    return provenance.known("ready", ready);
  }

  @Override
  public long lifetimeDays() {
    return provenance.known("lifetimeDays", lifetimeDays);
  }

  @Override
  public String keyAlgorithm() {
    return provenance.known("keyAlgorithm", keyAlgorithm);
  }

  @Override
  public long keySize() {
    return provenance.known("keySize", keySize);
  }

  @Override
  public boolean authority() {
    return provenance.known("authority", authority);
  }
}
