package org.safeguard.podsecurity;

import java.util.List;
import java.util.Optional;

/// A check of the standards with its revisions.
///
/// @param id as the admission plug-in calls it
/// @param level from which on it is evaluated
/// @param revisions in the order of versions
record Check(String id, Level level, List<Revision> revisions) {

  Check {
    revisions = List.copyOf(revisions);
  }

  /// What a revision does.
  @FunctionalInterface
  interface Test {
    CheckOutcome of(PodView pod);
  }

  /// @param since the minor version it applies from
  /// @param test what it does
  /// @param overrides the baseline checks that it makes needless
  record Revision(int since, Test test, List<String> overrides) {}

  /// The revision that a version evaluates; empty before the check existed.
  Optional<Revision> at(int minor) {
    return revisions.stream()
        .filter(revision -> revision.since() <= minor)
        .reduce((_, later) -> later);
  }
}
