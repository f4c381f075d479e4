package org.safeguard.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a run ended.
///
/// @param outcomes one for each type, in no order
/// @param cause why it ended early, null when it did not
/// @param cancelled whether the user ended it
record Ending(List<TypeOutcome> outcomes, @Nullable String cause, boolean cancelled) {

  Ending {
    outcomes = List.copyOf(outcomes);
  }
}
