package org.safeguard.podsecurity;

import java.util.Locale;
import java.util.Optional;

/// A level of the
/// [Pod Security Standards](https://kubernetes.io/docs/concepts/security/pod-security-standards/),
/// from the least to the most strict.
public enum Level {
  PRIVILEGED,
  BASELINE,
  RESTRICTED;

  /// As labels write it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The level that a label names; empty when it names none.
  public static Optional<Level> of(String word) {
    for (Level level : values()) {
      if (level.word().equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  public boolean atLeast(Level other) {
    return compareTo(other) >= 0;
  }
}
