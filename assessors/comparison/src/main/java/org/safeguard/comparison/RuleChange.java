package org.safeguard.comparison;

/// A rule that is new, gone, or judges otherwise. Wording does not count.
///
/// @param rule its id
/// @param title as it is now, or was
/// @param kind what became of it
public record RuleChange(String rule, String title, MoveKind kind) {

  RuleChange mirrored() {
    return new RuleChange(rule, title, kind.mirrored());
  }
}
