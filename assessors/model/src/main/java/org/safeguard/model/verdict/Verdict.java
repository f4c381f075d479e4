package org.safeguard.model.verdict;

import java.util.List;
import org.safeguard.model.rule.Rule;

/// What a rule says about a subject.
///
/// @param id stable: the same rule on the same subject always has the same id, 16 hexadecimal
///     digits
/// @param rule the rule
/// @param subject what it is about
/// @param outcome the answer
/// @param evidence what the answer rests on; empty only for [Outcome.NotApplicable]
public record Verdict(
    String id, Rule rule, AssessedSubject subject, Outcome outcome, List<Evidence> evidence) {

  public Verdict {
    evidence = List.copyOf(evidence);
  }

  /// The name of the outcome.
  public Status status() {
    return outcome.status();
  }
}
