package org.safeguard.comparison;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// Which assessment was compared.
///
/// @param id equal for equal input
/// @param toolVersion that made it
/// @param assessedAt when it ran
/// @param packs the packs it used, sorted by id
/// @param snapshots what it looked at, sorted
/// @param verdicts how many of each status; every status is there
public record AssessmentName(
    String id,
    String toolVersion,
    Instant assessedAt,
    List<PackName> packs,
    List<SnapshotName> snapshots,
    Map<Status, Integer> verdicts) {

  public AssessmentName {
    packs = List.copyOf(packs);
    snapshots = List.copyOf(snapshots);
    verdicts = Map.copyOf(verdicts);
  }

  static AssessmentName of(Assessment assessment) {
    return new AssessmentName(
        assessment.id(),
        assessment.toolVersion(),
        assessment.assessedAt(),
        assessment.packs().stream().map(PackName::of).sorted(PackName.ORDER).toList(),
        assessment.snapshots().stream().map(SnapshotName::of).sorted(SnapshotName.ORDER).toList(),
        counts(assessment.verdicts()));
  }

  private static Map<Status, Integer> counts(List<Verdict> verdicts) {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      counts.put(status, 0);
    }
    verdicts.forEach(verdict -> counts.merge(verdict.status(), 1, Integer::sum));
    return counts;
  }
}
