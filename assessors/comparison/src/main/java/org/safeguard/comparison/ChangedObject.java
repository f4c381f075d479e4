package org.safeguard.comparison;

import java.util.List;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.tree.JsonPointer;

/// An object that both snapshots hold, with other content.
///
/// @param key the object
/// @param pointers the first places that differ, sorted by name; each is there in at least one of
///     the two
/// @param differences how many places differ in all
public record ChangedObject(ResourceKey key, List<JsonPointer> pointers, int differences) {

  /// No object lists more places than this.
  public static final int MOST_POINTERS = 20;

  public ChangedObject {
    pointers = List.copyOf(pointers);
  }
}
