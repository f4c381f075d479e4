package org.safeguard.reporting;

import java.util.List;
import java.util.stream.Collectors;
import org.safeguard.model.rule.Fix;
import org.safeguard.model.verdict.Evidence;
import org.safeguard.model.verdict.ProposedValue;

/// Evidence and fixes as the text of a cell.
final class EvidenceText {

  private static final int MOST = 10;

  private EvidenceText() {}

  /// `pointer = value` for each piece of evidence.
  static String observed(List<Evidence> evidence) {
    return Words.lines(
        evidence.stream().map(piece -> piece.pointer() + " = " + piece.observed()).toList(), MOST);
  }

  /// `file:line pointer` for each piece of evidence.
  static String places(List<Evidence> evidence) {
    return Words.lines(evidence.stream().map(EvidenceText::place).toList(), MOST);
  }

  /// `file:line pointer`.
  static String place(Evidence evidence) {
    String line = evidence.line() > 0 ? ":" + evidence.line() : "";
    return evidence.file() + line + " " + evidence.pointer();
  }

  /// `pointer: value` for each proposed value.
  static String proposed(List<ProposedValue> values) {
    return values.stream()
        .map(value -> value.pointer() + ": " + value.value().strip())
        .collect(Collectors.joining("\n"));
  }

  /// The steps of a fix, numbered where there are several.
  static String steps(Fix fix) {
    if (fix.steps().size() == 1) {
      return fix.steps().getFirst();
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < fix.steps().size(); i++) {
      text.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(fix.steps().get(i));
    }
    return text.toString();
  }
}
