package org.safeguard.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;

/// What the sources should have held and did not: refused or cut-off lists and files that could not
/// be read. What nobody tried to capture is no gap of the source; it shows as *not assessed*.
public final class Gaps {

  private Gaps() {}

  /// One line a gap, empty when the sources are complete.
  public static List<String> of(Assessment assessment) {
    return of(assessment.snapshots());
  }

  /// The same of snapshots.
  static List<String> of(List<Snapshot> snapshots) {
    return of(snapshots, _ -> true);
  }

  /// The same where only some types matter.
  static List<String> of(List<Snapshot> snapshots, Predicate<ResourceType> matters) {
    List<String> gaps = new ArrayList<>();
    for (Snapshot snapshot : snapshots) {
      snapshot.coverage().stream()
          .filter(coverage -> isGap(coverage) && matters.test(coverage.type()))
          .map(Gaps::line)
          .forEach(gaps::add);
      snapshot.skipped().stream().filter(Gaps::isGap).map(Gaps::line).forEach(gaps::add);
    }
    return List.copyOf(gaps);
  }

  private static boolean isGap(TypeCoverage coverage) {
    return switch (coverage.state()) {
      case FORBIDDEN, PARTIAL, FAILED -> true;
      case CAPTURED, ABSENT, UNKNOWN -> false;
    };
  }

  private static boolean isGap(Skipped skipped) {
    return skipped.kind() == Skipped.Kind.UNREADABLE;
  }

  private static String line(TypeCoverage coverage) {
    return coverage.type() + ": " + coverage.cause();
  }

  private static String line(Skipped skipped) {
    return skipped.file()
        + (skipped.line() > 0 ? ":" + skipped.line() : "")
        + ": "
        + skipped.reason();
  }
}
