package org.safeguard.workbench;

import java.util.List;
import org.safeguard.kubernetes.KubernetesFacts;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.network.Connectivity;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.TemplateKind;
import org.safeguard.snapshot.Source;

/// Who may connect to whom in a cluster.
public final class Networks {

  /// What was found, and what the sources lacked.
  ///
  /// @param connectivity who may connect to whom
  /// @param gaps one line for each thing that the sources should have held and did not
  public record Found(Connectivity connectivity, List<String> gaps) {
    public Found {
      gaps = List.copyOf(gaps);
    }
  }

  private final Workbench workbench;

  Networks(Workbench workbench) {
    this.workbench = workbench;
  }

  /// Reads the sources as parts of one cluster.
  ///
  /// @throws UnreadableInputException when one cannot be read
  public Found connectivity(List<Source> sources, Progress progress)
      throws UnreadableInputException {
    List<Snapshot> snapshots = workbench.read(sources, progress.part(0, 0.7));
    progress.report("Computing connections", 0.7);
    Snapshot union = SnapshotUnion.of(snapshots, null);
    ClusterObjects objects = new ClusterObjects(union);
    Facts facts = KubernetesFacts.basics(union, objects, Scope.NONE);
    List<String> gaps = Gaps.of(snapshots, Networks::matters);
    Connectivity connectivity = Connectivity.of(objects, facts.workloads());
    progress.report("Done", 1);
    return new Found(connectivity, gaps);
  }

  /// Whether connections depend on objects of a type.
  private static boolean matters(ResourceType type) {
    return TemplateKind.of(type).isPresent() || Connectivity.reads(type);
  }
}
