package org.safeguard.model.fact;

import java.util.List;

/// What one imported benchmark report found. Where reports are there and none of them has a topic
/// that every cluster has, one more result holds a check of each such topic that nobody made.
///
/// @param name of the report; empty for what no report has
/// @param benchmark such as `cis-1.9`
/// @param checks in the order of the report
/// @param provenance where the values were read
public record BenchmarkResult(
    String name, String benchmark, List<BenchmarkCheck> checks, Provenance provenance)
    implements Fact {

  public BenchmarkResult {
    checks = List.copyOf(checks);
  }
}
