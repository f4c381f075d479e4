package org.safeguard.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.comparison.AssessmentComparison;
import org.safeguard.comparison.ObjectChanges;
import org.safeguard.engagement.EngagementFile;
import org.safeguard.engagement.RunSummary;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.rules.PackException;
import org.safeguard.snapshot.Source;

/// Compares what was assessed before with what is now, whatever form the two have.
final class Comparisons {

  private final Workbench workbench;

  Comparisons(Workbench workbench) {
    this.workbench = workbench;
  }

  Compared compare(ComparisonRequest request, Progress progress)
      throws UnreadableInputException, PackException, UnknownPackException, IOException {
    Destination.checkAll(List.of(request.before(), request.after()), request.results());
    boolean twoRuns =
        Files.exists(request.before())
            && Files.exists(request.after())
            && Files.isSameFile(request.before(), request.after())
            && EngagementFile.isOne(request.before());
    Assessment before =
        twoRuns
            ? run(request.before(), true, progress.part(0, 0.4))
            : side(request, request.before(), progress.part(0, 0.4));
    Assessment after = side(request, request.after(), progress.part(0.4, 0.8));
    progress.report("Comparing", 0.8);
    return compared(before, after);
  }

  private static Compared compared(Assessment before, Assessment after) {
    ObjectChanges objects = AssessmentComparison.objects(before, after);
    return new Compared(AssessmentComparison.of(before, after, objects), objects);
  }

  private Assessment side(ComparisonRequest request, Path path, Progress progress)
      throws UnreadableInputException, PackException, UnknownPackException, IOException {
    if (EngagementFile.isOne(path)) {
      return run(path, false, progress);
    }
    if (ResultFile.isOne(path)) {
      return ResultFile.read(path, workbench.packs().loadAll(request.packs()));
    }
    return workbench.assess(
        new AssessmentRequest(
            List.of(new Source.PathSource(path)),
            null,
            null,
            null,
            request.packs(),
            request.scope(),
            request.kubernetesVersion()),
        progress);
  }

  /// The latest run of an engagement, or the one before it of the same cluster.
  private static Assessment run(Path path, boolean earlier, Progress progress)
      throws UnreadableInputException {
    try (EngagementFile file = EngagementFile.open(path)) {
      List<RunSummary> runs = file.runs();
      RunSummary latest = runs.isEmpty() ? null : runs.getLast();
      RunSummary chosen = earlier ? before(latest, runs) : latest;
      if (chosen == null) {
        throw new UnreadableInputException(
            path.toString(),
            earlier
                ? "it holds no earlier run of the same cluster to compare with"
                : "this engagement holds no assessment yet",
            "Assess a source into it first");
      }
      return withObjects(file.read(chosen.run()), file.snapshots(chosen.run(), progress));
    }
  }

  private static @Nullable RunSummary before(@Nullable RunSummary latest, List<RunSummary> runs) {
    return latest == null
        ? null
        : runs.stream()
            .filter(run -> run.run() < latest.run() && run.clusters().equals(latest.clusters()))
            .reduce((_, later) -> later)
            .orElse(null);
  }

  private static Assessment withObjects(Assessment assessment, List<Snapshot> snapshots) {
    return new Assessment(
        assessment.id(),
        assessment.toolVersion(),
        assessment.assessedAt(),
        assessment.scope(),
        assessment.packs(),
        snapshots,
        assessment.assets(),
        assessment.verdicts(),
        assessment.safeguards(),
        assessment.citations(),
        assessment.risks());
  }
}
