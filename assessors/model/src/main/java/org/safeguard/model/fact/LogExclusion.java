package org.safeguard.model.fact;

import java.util.List;

/// A workload whose annotations or labels speak to log shippers.
///
/// @param namespace of the workload
/// @param name of the workload
/// @param kind of the workload
/// @param ephi ePHI designation as in [Workload]
/// @param excludedBy annotations and labels that keep its logs out, as `key=value`
/// @param provenance where the values were read
public record LogExclusion(
    String namespace,
    String name,
    String kind,
    String ephi,
    List<String> excludedBy,
    Provenance provenance)
    implements Fact {

  public LogExclusion {
    excludedBy = List.copyOf(excludedBy);
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
  public List<String> excludedBy() {
    return provenance.known("excludedBy", excludedBy);
  }
}
