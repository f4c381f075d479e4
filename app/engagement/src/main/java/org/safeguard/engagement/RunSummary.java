package org.safeguard.engagement;

import java.time.Instant;
import java.util.Map;
import org.safeguard.model.risk.Level;
import org.safeguard.model.verdict.Status;

/// A line in the list of runs.
///
/// @param run its number in this file, from 1, never reused
/// @param assessmentId equal for equal input
/// @param assessedAt when it ran
/// @param source the names of its sources, separated by commas
/// @param verdicts how many of each status; every status is there
/// @param risks how many of each level; every level is there
public record RunSummary(
    long run,
    String assessmentId,
    Instant assessedAt,
    String source,
    Map<Status, Integer> verdicts,
    Map<Level, Integer> risks) {

  public RunSummary {
    verdicts = Map.copyOf(verdicts);
    risks = Map.copyOf(risks);
  }
}
