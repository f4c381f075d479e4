package org.safeguard.comparison;

import java.util.List;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.snapshot.ResourceType;

/// What changed between the objects of two snapshots.
///
/// Fields that change by themselves do not count, see [SnapshotComparison].
///
/// @param before the earlier snapshot
/// @param after the later one
/// @param appeared only in the later one, sorted
/// @param gone only in the earlier one, sorted
/// @param changed in both with other content, sorted
/// @param unchanged how many are in both with equal content
/// @param types the counts by type, sorted, for types that have any object
/// @param cannotTell types of which one snapshot does not hold all, sorted
/// @param leftOut types that were not compared because they change by themselves, sorted
public record ObjectChanges(
    SnapshotName before,
    SnapshotName after,
    List<ResourceKey> appeared,
    List<ResourceKey> gone,
    List<ChangedObject> changed,
    int unchanged,
    List<TypeChanges> types,
    List<CannotTell> cannotTell,
    List<ResourceType> leftOut) {

  public ObjectChanges {
    appeared = List.copyOf(appeared);
    gone = List.copyOf(gone);
    changed = List.copyOf(changed);
    types = List.copyOf(types);
    cannotTell = List.copyOf(cannotTell);
    leftOut = List.copyOf(leftOut);
  }

  /// Whether nothing appeared, went or changed, as far as one can tell.
  public boolean isEmpty() {
    return appeared.isEmpty() && gone.isEmpty() && changed.isEmpty();
  }

  /// The same seen from the other side.
  public ObjectChanges mirrored() {
    return new ObjectChanges(
        after,
        before,
        gone,
        appeared,
        changed,
        unchanged,
        types.stream()
            .map(t -> new TypeChanges(t.type(), t.gone(), t.appeared(), t.changed(), t.unchanged()))
            .toList(),
        cannotTell.stream().map(CannotTell::mirrored).toList(),
        leftOut);
  }
}
