package org.safeguard.engagement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.risk.Level;
import org.safeguard.model.verdict.Status;

/// A line in the list of runs. An engagement may hold several clusters and several captures of
/// each: the cluster's name and the time of the capture tell its runs apart.
///
/// @param run its number in this file, from 1, never reused
/// @param assessmentId equal for equal input
/// @param assessedAt when it ran
/// @param source the names of its sources, separated by commas
/// @param clusters the names of the clusters that its sources tell, sorted; often one, empty where
///     no source tells
/// @param capturedAt when its latest snapshot was captured, null where no source tells
/// @param verdicts how many of each status; every status is there
/// @param risks how many of each level; every level is there
public record RunSummary(
    long run,
    String assessmentId,
    Instant assessedAt,
    String source,
    List<String> clusters,
    @Nullable Instant capturedAt,
    Map<Status, Integer> verdicts,
    Map<Level, Integer> risks) {

  public RunSummary {
    clusters = List.copyOf(clusters);
    verdicts = Map.copyOf(verdicts);
    risks = Map.copyOf(risks);
  }
}
