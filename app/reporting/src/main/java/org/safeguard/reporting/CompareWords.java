package org.safeguard.reporting;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safeguard.comparison.ChangeCause;
import org.safeguard.comparison.MoveKind;
import org.safeguard.model.verdict.Verdict;

/// The words of a comparison.
final class CompareWords {

  private CompareWords() {}

  static String of(MoveKind kind) {
    return switch (kind) {
      case NEW -> "New";
      case GONE -> "Gone";
      case CHANGED -> "Changed";
    };
  }

  static String ofObject(MoveKind kind) {
    return switch (kind) {
      case NEW -> "Appeared";
      case GONE -> "Gone";
      case CHANGED -> "Changed";
    };
  }

  static String of(ChangeCause cause) {
    return switch (cause) {
      case RULE_CHANGED -> "Rules";
      case COVERAGE_CHANGED -> "Coverage";
      case SCOPE_CHANGED -> "Scope";
      case OBJECT_CHANGED -> "Objects";
    };
  }

  /// After the word because.
  static String because(ChangeCause cause) {
    return switch (cause) {
      case RULE_CHANGED -> "rules changed";
      case COVERAGE_CHANGED -> "one side could see more";
      case SCOPE_CHANGED -> "the ePHI was designated otherwise";
      case OBJECT_CHANGED -> "objects changed";
    };
  }

  static String of(List<ChangeCause> causes) {
    return causes.stream().map(CompareWords::of).collect(Collectors.joining(", "));
  }

  /// The answer of a verdict, or that there was none.
  static String status(@Nullable Verdict verdict) {
    return verdict == null ? "None" : Words.of(verdict.status());
  }
}
