package org.safeguard.model.snapshot;

/// The coverage of one type and why.
///
/// @param type the type
/// @param state what is known of it
/// @param count objects of this type in the snapshot, without duplicates
/// @param cause in plain words, empty for a plain capture
public record TypeCoverage(ResourceType type, Coverage state, int count, String cause) {

  /// What is known of a type that nobody mentioned.
  public static TypeCoverage unknown(ResourceType type) {
    return new TypeCoverage(type, Coverage.UNKNOWN, 0, "the source holds no " + type);
  }

  /// What is known of a type from two sources together: the better state with its cause, and the
  /// objects of both.
  public TypeCoverage with(TypeCoverage other) {
    TypeCoverage better = rank() <= other.rank() ? this : other;
    return new TypeCoverage(type, better.state, count + other.count, better.cause);
  }

  private int rank() {
    return switch (state) {
      case CAPTURED -> 0;
      case PARTIAL -> 1;
      case FORBIDDEN -> 2;
      case FAILED -> 3;
      case ABSENT -> 4;
      case UNKNOWN -> 5;
    };
  }
}
