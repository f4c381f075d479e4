package org.safeguard.desktop.capture;

/// Where a capture stands.
public enum CaptureState {
  /// There is none, and nothing to tell of one.
  IDLE,
  RUNNING,
  /// It was asked to stop and still writes the bundle of what it has.
  STOPPING,
  /// There is a bundle, be it whole or not.
  DONE,
  /// It was stopped before there was anything to keep.
  CANCELLED,
  /// There is no bundle.
  FAILED;

  /// Whether it still goes on.
  public boolean active() {
    return this == RUNNING || this == STOPPING;
  }
}
