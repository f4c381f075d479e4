package org.safeguard.workbench;

import java.util.ArrayList;
import java.util.List;
import org.safeguard.access.EffectiveAccess;
import org.safeguard.kubernetes.KubernetesFacts;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.snapshot.Source;

/// Who may do what in a cluster.
public final class AccessReviews {

  /// What was found, and what the sources lacked.
  ///
  /// @param access who may do what
  /// @param gaps why somebody may have more rights than were found, one line each
  public record Found(EffectiveAccess access, List<String> gaps) {
    public Found {
      gaps = List.copyOf(gaps);
    }
  }

  private final Workbench workbench;

  AccessReviews(Workbench workbench) {
    this.workbench = workbench;
  }

  /// Reads the sources as parts of one cluster.
  ///
  /// @throws UnreadableInputException when one cannot be read
  public Found review(List<Source> sources, Progress progress) throws UnreadableInputException {
    List<Snapshot> snapshots = workbench.read(sources, progress.part(0, 0.8));
    progress.report("Working out rights", 0.8);
    Snapshot union = SnapshotUnion.of(snapshots, null);
    ClusterObjects objects = new ClusterObjects(union);
    EffectiveAccess access =
        EffectiveAccess.of(objects, KubernetesFacts.basics(union, objects, Scope.NONE));
    List<String> gaps = new ArrayList<>(access.gaps().stream().map(Cause::detail).toList());
    gaps.addAll(Gaps.of(snapshots, _ -> false)); // files that could not be read
    progress.report("Done", 1);
    return new Found(access, gaps);
  }
}
