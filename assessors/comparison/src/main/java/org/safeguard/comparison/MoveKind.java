package org.safeguard.comparison;

/// How something moved from one assessment to the next.
public enum MoveKind {
  /// Only the later one has it.
  NEW,
  /// Only the earlier one has it.
  GONE,
  /// Both have it, with another answer.
  CHANGED;

  /// The same seen from the other side.
  public MoveKind mirrored() {
    return switch (this) {
      case NEW -> GONE;
      case GONE -> NEW;
      case CHANGED -> CHANGED;
    };
  }
}
