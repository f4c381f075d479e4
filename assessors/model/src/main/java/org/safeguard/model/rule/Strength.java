package org.safeguard.model.rule;

/// How well a rule supports a safeguard.
public enum Strength {
  /// A pass is evidence of the safeguard itself.
  DIRECT,
  /// A pass makes the safeguard more likely and proves nothing alone.
  SUPPORTING
}
