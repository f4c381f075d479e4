package org.safeguard.model.fact;

import java.util.List;

/// A pod disruption budget.
///
/// @param namespace its namespace
/// @param name its name
/// @param workloads workloads it selects, as `Kind/name`; unknown where the snapshot cannot tell
/// @param alsoBudgeted workloads that another budget selects too
/// @param minAvailable as written, empty for none
/// @param maxUnavailable as written, empty for none
/// @param hasLimit whether it sets one of the two
/// @param blocksEvictions whether no pod may ever be evicted while all are healthy
/// @param evictsUnhealthy whether pods that never became ready may be evicted
/// @param provenance where the values were read
public record DisruptionBudget(
    String namespace,
    String name,
    List<String> workloads,
    List<String> alsoBudgeted,
    String minAvailable,
    String maxUnavailable,
    boolean hasLimit,
    boolean blocksEvictions,
    boolean evictsUnhealthy,
    Provenance provenance)
    implements Fact {

  public DisruptionBudget {
    workloads = List.copyOf(workloads);
    alsoBudgeted = List.copyOf(alsoBudgeted);
  }

  @Override
  public List<String> workloads() {
    return provenance.known("workloads", workloads);
  }

  @Override
  public List<String> alsoBudgeted() {
    return provenance.known("alsoBudgeted", alsoBudgeted);
  }

  @Override
  public String minAvailable() {
    return provenance.known("minAvailable", minAvailable);
  }

  @Override
  public String maxUnavailable() {
    return provenance.known("maxUnavailable", maxUnavailable);
  }

  @Override
  public boolean hasLimit() {
    return provenance.known("hasLimit", hasLimit);
  }

  @Override
  public boolean blocksEvictions() {
    return provenance.known("blocksEvictions", blocksEvictions);
  }

  @Override
  public boolean evictsUnhealthy() {
    return provenance.known("evictsUnhealthy", evictsUnhealthy);
  }
}
