package org.safeguard.capture;

import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.TypeCoverage;

/// How far one type is.
///
/// @param type the type
/// @param state where it stands
/// @param objects read so far
/// @param coverage what came of it, null until it is done
public record TypeProgress(
    ResourceType type, State state, int objects, @Nullable TypeCoverage coverage) {

  /// The states of a type, in order.
  public enum State {
    /// Not yet asked for.
    WAITING,
    /// Its lists are being read.
    READING,
    /// Nothing more will be asked.
    DONE
  }
}
