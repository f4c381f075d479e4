package org.safeguard.model.fact;

import java.util.List;

/// Whether the volumes of a namespace are backed up.
///
/// @param namespace the namespace
/// @param name the namespace
/// @param ephi ePHI designation as in [Workload]
/// @param claims persistent volume claims in it
/// @param schedules active schedules that take the volumes of the namespace, as `product
///     namespace/name`; unknown where the snapshot cannot tell
/// @param provenance where the values were read
public record BackupCoverage(
    String namespace,
    String name,
    String ephi,
    List<String> claims,
    List<String> schedules,
    Provenance provenance)
    implements Fact {

  public BackupCoverage {
    claims = List.copyOf(claims);
    schedules = List.copyOf(schedules);
  }

  @Override
  public String ephi() {
    return provenance.known("ephi", ephi);
  }

  @Override
  public List<String> claims() {
    return provenance.known("claims", claims);
  }

  @Override
  public List<String> schedules() {
    return provenance.known("schedules", schedules);
  }
}
