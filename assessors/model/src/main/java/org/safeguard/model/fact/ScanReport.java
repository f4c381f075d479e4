package org.safeguard.model.fact;

/// A report that a scanner left in the cluster.
///
/// @param namespace its namespace, empty for cluster scope
/// @param name its name
/// @param kind such as `VulnerabilityReport`
/// @param scanner such as `Trivy`
/// @param subject what was scanned, such as an image
/// @param critical findings
/// @param high findings
/// @param medium findings
/// @param low findings
/// @param createdAt RFC 3339, empty when not known
/// @param hoursOld hours between the report and the capture; unknown where one of both is not known
/// @param provenance where the values were read
public record ScanReport(
    String namespace,
    String name,
    String kind,
    String scanner,
    String subject,
    long critical,
    long high,
    long medium,
    long low,
    String createdAt,
    long hoursOld,
    Provenance provenance)
    implements Fact {

  @Override
  public String kind() {
    return provenance.known("kind", kind);
  }

  @Override
  public String scanner() {
    return provenance.known("scanner", scanner);
  }

  @Override
  public String subject() {
    return provenance.known("subject", subject);
  }

  @Override
  public long critical() {
    return provenance.known("critical", critical);
  }

  @Override
  public long high() {
    return provenance.known("high", high);
  }

  @Override
  public long medium() {
    return provenance.known("medium", medium);
  }

  @Override
  public long low() {
    return provenance.known("low", low);
  }

  @Override
  public String createdAt() {
    return provenance.known("createdAt", createdAt);
  }

  @Override
  public long hoursOld() {
    return provenance.known("hoursOld", hoursOld);
  }
}
