package org.safeguard.desktop.run;

/// Where work stands.
public enum RunState {
  /// Nothing runs, and there is nothing to tell.
  IDLE,
  RUNNING,
  /// It was asked to stop and has not stopped yet.
  STOPPING,
  /// It stopped and changed nothing.
  CANCELLED,
  /// It could not be done.
  FAILED;

  /// Whether the work still goes on.
  public boolean active() {
    return this == RUNNING || this == STOPPING;
  }
}
