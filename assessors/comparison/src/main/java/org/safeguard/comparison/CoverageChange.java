package org.safeguard.comparison;

import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.TypeCoverage;

/// A type of which one assessment knew something else than the other.
///
/// @param before what the earlier one knew
/// @param after what the later one knows
public record CoverageChange(TypeCoverage before, TypeCoverage after) {

  /// The type in question.
  public ResourceType type() {
    return before.type();
  }

  CoverageChange mirrored() {
    return new CoverageChange(after, before);
  }
}
