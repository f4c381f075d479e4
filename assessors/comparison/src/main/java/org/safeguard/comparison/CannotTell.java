package org.safeguard.comparison;

import java.util.List;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.TypeCoverage;

/// A type of which at least one snapshot does not hold the whole list: an object that only one of
/// them holds may have been in the cluster all the time.
///
/// @param before what the earlier snapshot knows of the type, and why not more
/// @param after what the later one knows
/// @param onlyBefore objects that only the earlier one holds, sorted
/// @param onlyAfter objects that only the later one holds, sorted
public record CannotTell(
    TypeCoverage before,
    TypeCoverage after,
    List<ResourceKey> onlyBefore,
    List<ResourceKey> onlyAfter) {

  public CannotTell {
    onlyBefore = List.copyOf(onlyBefore);
    onlyAfter = List.copyOf(onlyAfter);
  }

  /// The type in question.
  public ResourceType type() {
    return before.type();
  }

  CannotTell mirrored() {
    return new CannotTell(after, before, onlyAfter, onlyBefore);
  }
}
