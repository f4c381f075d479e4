package org.safeguard.model.fact;

import java.util.List;

/// Results of a policy engine or scanner as a policy report.
///
/// @param namespace its namespace, empty for cluster scope
/// @param name its name
/// @param kind `PolicyReport` or `ClusterPolicyReport`
/// @param sources who wrote the results
/// @param subject what it is about, empty for several objects
/// @param passed results
/// @param failed results
/// @param warnings results
/// @param errors results
/// @param skipped results
/// @param failing policies and rules that failed
/// @param provenance where the values were read
public record PolicyReport(
    String namespace,
    String name,
    String kind,
    List<String> sources,
    String subject,
    long passed,
    long failed,
    long warnings,
    long errors,
    long skipped,
    List<String> failing,
    Provenance provenance)
    implements Fact {

  public PolicyReport {
    sources = List.copyOf(sources);
    failing = List.copyOf(failing);
  }

  @Override
  public String kind() {
    return provenance.known("kind", kind);
  }

  @Override
  public List<String> sources() {
    return provenance.known("sources", sources);
  }

  @Override
  public String subject() {
    return provenance.known("subject", subject);
  }

  @Override
  public long passed() {
    return provenance.known("passed", passed);
  }

  @Override
  public long failed() {
    return provenance.known("failed", failed);
  }

  @Override
  public long warnings() {
    return provenance.known("warnings", warnings);
  }

  @Override
  public long errors() {
    return provenance.known("errors", errors);
  }

  @Override
  public long skipped() {
    return provenance.known("skipped", skipped);
  }

  @Override
  public List<String> failing() {
    return provenance.known("failing", failing);
  }
}
