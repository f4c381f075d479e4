package org.safeguard.comparison;

/// Why a verdict moved, the surest explanation first.
public enum ChangeCause {
  /// The rule is new or gone or judges otherwise, or the pack or the tool is another version.
  RULE_CHANGED,
  /// One of the two could see what the other could not.
  COVERAGE_CHANGED,
  /// Somebody said something else of the ePHI.
  SCOPE_CHANGED,
  /// An object that the verdict rests on appeared, went or changed.
  OBJECT_CHANGED
}
