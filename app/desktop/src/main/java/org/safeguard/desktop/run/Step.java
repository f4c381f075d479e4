package org.safeguard.desktop.run;

/// A phase of the work and where it stands.
///
/// @param phase what is done
/// @param state whether it is done
public record Step(Phase phase, State state) {

  /// The states of a step.
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    /// The work ended in this step.
    STOPPED
  }
}
