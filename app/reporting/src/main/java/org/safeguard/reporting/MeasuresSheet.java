package org.safeguard.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.CitationState;
import org.safeguard.model.rule.Citation;
import org.safeguard.model.rule.Strength;
import org.safeguard.model.rule.Support;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// What is in place, citation by citation: state, what supports it, what contradicts it.
final class MeasuresSheet implements ReportSheet {

  enum Column {
    CITATION,
    TITLE,
    TYPE,
    STATE,
    REASON,
    SUPPORTING,
    CONTRADICTING,
    STRENGTH,
    OBSERVABILITY,
    QUESTIONS,
    MEANING,
    NIST
  }

  static final String TABLE = "Measures";

  @Override
  public List<String> names() {
    return List.of(TABLE);
  }

  @Override
  public void fill(Template template, Report report, Progress progress) {
    Map<String, Strength> strengths = strengths(report);
    TableSheet sheet = new TableSheet(template, progress, TABLE);
    sheet.fill(
        Column.class,
        14,
        "The rule packs hold no citation",
        report.assessment().citations(),
        (row, state) -> citation(row, state, report, strengths));
    sheet.end();
  }

  private static void citation(
      TableRow<Column> row, CitationState state, Report report, Map<String, Strength> strengths) {
    Citation citation = state.citation();
    row.text(Column.CITATION, citation.id())
        .text(Column.TITLE, citation.title())
        .text(Column.TYPE, citation.type())
        .text(Column.STATE, Words.of(state.state()))
        .text(Column.REASON, state.reason())
        .text(Column.SUPPORTING, described(state.supporting(), report))
        .text(Column.CONTRADICTING, described(state.contradicting(), report))
        .text(Column.STRENGTH, strength(state.supporting(), strengths))
        .text(Column.OBSERVABILITY, Words.of(citation.observability()))
        .text(Column.QUESTIONS, Words.lines(state.openQuestions(), 40))
        .text(Column.MEANING, citation.meaning())
        .text(Column.NIST, citation.nist());
  }

  private static String described(List<String> safeguards, Report report) {
    return safeguards.stream().map(report::described).collect(Collectors.joining("\n"));
  }

  /// The strongest support that a passed rule gives to each safeguard.
  private static Map<String, Strength> strengths(Report report) {
    Map<String, Strength> strengths = new HashMap<>();
    for (Verdict verdict : report.verdicts(Status.PASSED)) {
      for (Support support : verdict.rule().supports()) {
        strengths.merge(
            support.safeguard(), support.strength(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    return strengths;
  }

  private static String strength(List<String> safeguards, Map<String, Strength> strengths) {
    return safeguards.stream()
        .filter(strengths::containsKey)
        .map(strengths::get)
        .min(Strength::compareTo)
        .map(Words::of)
        .orElse("");
  }
}
