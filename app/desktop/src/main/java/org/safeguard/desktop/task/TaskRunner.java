package org.safeguard.desktop.task;

/// Runs work in the background and tells what becomes of it.
public interface TaskRunner {

  /// Starts the work, after what was started before it.
  <T> RunningTask start(Work<T> work, TaskEvents<T> events);
}
