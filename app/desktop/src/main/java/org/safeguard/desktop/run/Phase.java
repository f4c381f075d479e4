package org.safeguard.desktop.run;

import java.util.List;

/// The parts of an assessment that the user sees, in order. What the engine reports is more and
/// quicker than one can read, so each message only tells how far the phases are.
public enum Phase {
  READ("Reading "),
  DERIVE("Deriving ", "Preparing "),
  JUDGE("Evaluating "),
  ROLL_UP("Rolling "),
  SAVE("Saving ", "Saved");

  private final List<String> beginnings;

  Phase(String... beginnings) {
    this.beginnings = List.of(beginnings);
  }

  /// The phase a message tells of, or this one where it tells of none or of an earlier one.
  Phase or(String message) {
    for (Phase later : values()) {
      if (later.compareTo(this) > 0 && later.beginnings.stream().anyMatch(message::startsWith)) {
        return later;
      }
    }
    return this;
  }
}
