package org.safeguard.model.rule;

/// How much a failed rule endangers ePHI, most severe first.
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO;

  /// Whether this is as severe as `other` or more.
  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}
