package org.safeguard.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.snapshot.ResourceType;

/// What was found of one type so far.
final class Tally {

  final ResourceType type;
  final Ignored ignored;
  final List<ResourceKey> onlyBefore = new ArrayList<>();
  final List<ResourceKey> onlyAfter = new ArrayList<>();
  int changed;
  int unchanged;

  Tally(ResourceType type) {
    this.type = type;
    this.ignored = Ignored.in(type);
  }

  void sort() {
    onlyBefore.sort(null);
    onlyAfter.sort(null);
  }

  /// The counts, empty when there is nothing to count.
  ///
  /// @param certain whether an object that one side lacks was not in the cluster then
  Optional<TypeChanges> counts(boolean certain) {
    TypeChanges counts =
        new TypeChanges(
            type,
            certain ? onlyAfter.size() : 0,
            certain ? onlyBefore.size() : 0,
            changed,
            unchanged);
    return counts.appeared() + counts.gone() + changed + unchanged == 0
        ? Optional.empty()
        : Optional.of(counts);
  }
}
