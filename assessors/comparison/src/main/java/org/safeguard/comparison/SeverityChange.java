package org.safeguard.comparison;

import org.safeguard.model.rule.Severity;

/// Failures of one severity before and after.
///
/// @param severity of the failures
/// @param before how many there were
/// @param after how many there are
/// @param appeared failures that were none of this severity before
/// @param resolved failures that are none of this severity any more
public record SeverityChange(Severity severity, int before, int after, int appeared, int resolved) {

  SeverityChange mirrored() {
    return new SeverityChange(severity, after, before, resolved, appeared);
  }
}
