package org.safeguard.rules;

import org.jspecify.annotations.Nullable;
import org.safeguard.model.rule.Rule;

/// A rule with its expressions ready for use.
final class CompiledRule {

  private final Rule rule;
  private final FactKind kind;
  private final @Nullable Expression when;
  private final Expression pass;
  private final @Nullable Expression evidence;
  private final MessageTemplate message;
  private final Reads reads;
  private final boolean needsObject;

  /// @param when null when the rule always applies
  /// @param evidence null when the expression `pass` explains itself
  CompiledRule(
      Rule rule,
      FactKind kind,
      @Nullable Expression when,
      Expression pass,
      @Nullable Expression evidence,
      MessageTemplate message) {
    this.rule = rule;
    this.kind = kind;
    this.when = when;
    this.pass = pass;
    this.evidence = evidence;
    this.message = message;
    this.reads = pass.reads().and(reads(when)).and(reads(evidence));
    this.needsObject = reads.mentions(FactKind.OBJECT) || message.mentions(FactKind.OBJECT);
  }

  private static Reads reads(@Nullable Expression expression) {
    return expression == null ? Reads.NONE : expression.reads();
  }

  Rule rule() {
    return rule;
  }

  FactKind kind() {
    return kind;
  }

  @Nullable Expression when() {
    return when;
  }

  Expression pass() {
    return pass;
  }

  @Nullable Expression evidence() {
    return evidence;
  }

  MessageTemplate message() {
    return message;
  }

  /// What decides the answer and its explanation.
  Reads reads() {
    return reads;
  }

  /// Whether the raw object must be at hand.
  boolean needsObject() {
    return needsObject;
  }
}
