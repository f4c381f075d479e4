package org.safeguard.desktop.run;

/// A phase of the work as it was reported.
///
/// @param text what is done
/// @param state whether it is done
public record Step(String text, State state) {

  /// The states of a step.
  public enum State {
    RUNNING,
    DONE,
    /// The work ended in this step.
    STOPPED
  }

  /// Whether a message belongs to this step: `Read 10 files` goes on with `Read 20 files`.
  boolean goesOn(String message) {
    return text.replaceAll("[0-9]", "").equals(message.replaceAll("[0-9]", ""));
  }

  Step as(State other) {
    return new Step(text, other);
  }
}
