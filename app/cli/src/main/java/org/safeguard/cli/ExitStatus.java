package org.safeguard.cli;

/// The exit statuses that scripts depend on.
final class ExitStatus {

  /// Done.
  static final int DONE = 0;

  /// Findings at or above `--fail-on`, or a check that did not hold.
  static final int FINDINGS = 1;

  /// Wrong usage.
  static final int USAGE = 2;

  /// Input that cannot be read, or output that cannot be written.
  static final int UNREADABLE = 3;

  /// Done, but the sources lacked something they should have had.
  static final int INCOMPLETE = 4;

  /// A fault of ours.
  static final int FAULT = 70;

  /// Stopped by the user, as shells report it.
  static final int CANCELLED = 130;

  private ExitStatus() {}
}
