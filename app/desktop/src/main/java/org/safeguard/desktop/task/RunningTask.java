package org.safeguard.desktop.task;

/// Work that was started.
public interface RunningTask {

  /// Asks the work to stop at its next step; returns at once.
  void cancel();
}
