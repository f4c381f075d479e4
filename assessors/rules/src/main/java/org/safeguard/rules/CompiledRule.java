package org.safeguard.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.rule.Rule;

/// A rule with its expressions ready for use.
///
/// @param when null when the rule always applies
/// @param evidence null when the expression `pass` explains itself
record CompiledRule(
    Rule rule,
    FactKind kind,
    @Nullable Expression when,
    Expression pass,
    @Nullable Expression evidence,
    MessageTemplate message) {

  /// What decides the answer and its explanation.
  Reads reads() {
    Reads reads = pass.reads();
    for (Expression other : optional()) {
      reads = reads.and(other.reads());
    }
    return reads;
  }

  /// Whether the raw object must be at hand.
  boolean needsObject() {
    return reads().mentions(FactKind.OBJECT) || message.mentions(FactKind.OBJECT);
  }

  private List<Expression> optional() {
    if (when == null) {
      return evidence == null ? List.of() : List.of(evidence);
    }
    return evidence == null ? List.of(when) : List.of(when, evidence);
  }
}
