package org.safeguard.reporting;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.SafeguardDetermination;
import org.safeguard.model.rule.Question;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// What the other sheets look up: scales and matrices (fixed in the template), then the safeguards,
/// the questions and the rules that were used.
final class ReferenceSheet implements ReportSheet {

  enum SafeguardColumn {
    ID,
    FAMILY,
    STATE,
    PASSED,
    FAILED,
    NOT_ASSESSED,
    STATEMENT,
    REASON
  }

  enum QuestionColumn {
    ID,
    SAFEGUARD,
    FAMILY,
    WHO_KNOWS,
    STATE,
    CITATIONS,
    TEXT,
    GUIDANCE
  }

  enum RuleColumn {
    ID,
    AREA,
    SEVERITY,
    SAFEGUARDS,
    FAILED,
    NOT_ASSESSED,
    TITLE,
    NOT_PROVED
  }

  @Override
  public List<String> names() {
    return List.of("Safeguards", "Questions", "Rules");
  }

  @Override
  public void fill(Template template, Report report, Progress progress) {
    List<Rule> rules =
        report.assessment().packs().stream().flatMap(pack -> pack.rules().stream()).toList();
    TableSheet sheet = new TableSheet(template, progress, names().toArray(String[]::new));
    sheet.fill(
        SafeguardColumn.class,
        8,
        "No safeguard",
        report.assessment().safeguards(),
        ReferenceSheet::safeguard);
    sheet.fill(
        QuestionColumn.class,
        8,
        "No question",
        report.questions(),
        (row, question) -> question(row, question, report));
    Map<String, Long> failed = byRule(report.verdicts(Status.FAILED));
    Map<String, Long> open = byRule(report.verdicts(Status.NOT_ASSESSED));
    sheet.fill(
        RuleColumn.class,
        8,
        "No rule",
        rules,
        (row, rule) -> {
          rule(row, rule);
          row.number(RuleColumn.FAILED, failed.getOrDefault(rule.id(), 0L))
              .number(RuleColumn.NOT_ASSESSED, open.getOrDefault(rule.id(), 0L));
        });
    sheet.end();
  }

  private static Map<String, Long> byRule(List<Verdict> verdicts) {
    return verdicts.stream()
        .collect(Collectors.groupingBy(verdict -> verdict.rule().id(), Collectors.counting()));
  }

  private static void safeguard(TableRow<SafeguardColumn> row, SafeguardDetermination said) {
    row.text(SafeguardColumn.ID, said.safeguard().id())
        .text(SafeguardColumn.FAMILY, said.safeguard().family())
        .text(SafeguardColumn.STATEMENT, said.safeguard().statement())
        .text(SafeguardColumn.STATE, Words.of(said.state()))
        .number(SafeguardColumn.PASSED, said.passed())
        .number(SafeguardColumn.FAILED, said.failed())
        .number(SafeguardColumn.NOT_ASSESSED, said.notAssessed())
        .text(SafeguardColumn.REASON, said.reason());
  }

  private static void question(TableRow<QuestionColumn> row, Question question, Report report) {
    row.text(QuestionColumn.ID, question.id())
        .text(QuestionColumn.SAFEGUARD, question.safeguard())
        .text(QuestionColumn.TEXT, question.text())
        .text(QuestionColumn.WHO_KNOWS, question.whoKnows())
        .text(QuestionColumn.GUIDANCE, question.guidance());
    report
        .determination(question.safeguard())
        .ifPresent(
            said ->
                row.text(QuestionColumn.FAMILY, said.safeguard().family())
                    .text(QuestionColumn.STATE, Words.of(said.state()))
                    .text(
                        QuestionColumn.CITATIONS, String.join(", ", said.safeguard().citations())));
  }

  private static void rule(TableRow<RuleColumn> row, Rule rule) {
    row.text(RuleColumn.ID, rule.id())
        .text(RuleColumn.AREA, rule.area())
        .text(RuleColumn.SEVERITY, Words.of(rule.severity()))
        .text(RuleColumn.SAFEGUARDS, Report.safeguardsOf(rule))
        .text(RuleColumn.TITLE, rule.title() + ". " + rule.why())
        .text(RuleColumn.NOT_PROVED, rule.notProved());
  }
}
