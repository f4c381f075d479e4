package org.safeguard.comparison;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.Snapshot;

/// Which snapshot was compared.
///
/// @param id as its reader gave it
/// @param source as the user named it
/// @param format what was recognised
/// @param cluster empty where the source does not tell
/// @param capturedAt null where the source does not tell
/// @param kubernetesVersion null where the source does not tell
/// @param objects that were at hand to compare; 0 when read back without them
public record SnapshotName(
    String id,
    String source,
    String format,
    String cluster,
    @Nullable Instant capturedAt,
    @Nullable String kubernetesVersion,
    int objects) {

  static final Comparator<SnapshotName> ORDER =
      Comparator.comparing(SnapshotName::cluster)
          .thenComparing(SnapshotName::source)
          .thenComparing(SnapshotName::id);

  /// What tells this snapshot from others.
  public static SnapshotName of(Snapshot snapshot) {
    return new SnapshotName(
        snapshot.id(),
        snapshot.source(),
        snapshot.format(),
        snapshot.cluster(),
        snapshot.capturedAt(),
        snapshot.kubernetesVersion(),
        snapshot.resources().size());
  }
}
