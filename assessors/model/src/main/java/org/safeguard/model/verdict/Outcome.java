package org.safeguard.model.verdict;

import java.util.List;
import org.safeguard.model.fact.Cause;

/// The four answers of a rule. Missing evidence is [NotAssessed], never [Passed].
public sealed interface Outcome {

  /// The evidence shows that the rule holds.
  record Passed() implements Outcome {}

  /// The evidence shows that the rule does not hold.
  ///
  /// @param message what is wrong, in one sentence
  /// @param fix values that would make it pass; empty where only steps can be given
  record Failed(String message, List<ProposedValue> fix) implements Outcome {
    public Failed {
      fix = List.copyOf(fix);
    }
  }

  /// The rule does not concern this subject.
  ///
  /// @param reason why not
  record NotApplicable(String reason) implements Outcome {}

  /// Nobody can say from this snapshot.
  ///
  /// @param cause what is missing
  record NotAssessed(Cause cause) implements Outcome {}

  /// The name used in results: `PASSED`, `FAILED`, `NOT_APPLICABLE`, `NOT_ASSESSED`.
  default Status status() {
    return switch (this) {
      case Passed _ -> Status.PASSED;
      case Failed _ -> Status.FAILED;
      case NotApplicable _ -> Status.NOT_APPLICABLE;
      case NotAssessed _ -> Status.NOT_ASSESSED;
    };
  }
}
