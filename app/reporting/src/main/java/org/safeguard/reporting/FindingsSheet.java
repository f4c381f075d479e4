package org.safeguard.reporting;

import java.util.List;
import java.util.stream.Collectors;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.ProposedValue;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// Every failed verdict, tens of thousands of them if need be, with its evidence and its risk.
final class FindingsSheet implements ReportSheet {

  enum Column {
    SEVERITY,
    RULE,
    TITLE,
    STATUS,
    KIND,
    NAMESPACE,
    NAME,
    CONTAINER,
    EPHI,
    MESSAGE,
    OBSERVED,
    EXPECTED,
    EVIDENCE,
    FIX,
    SAFEGUARDS,
    CITATIONS,
    RISK,
    ALL_RISKS,
    FINDING
  }

  static final String TABLE = "Findings";

  @Override
  public List<String> names() {
    return List.of(TABLE);
  }

  @Override
  public void fill(Template template, Report report, Progress progress) {
    Links register = new Links(template, RegisterSheet.TABLE);
    TableSheet sheet = new TableSheet(template, progress, TABLE);
    sheet.fill(
        Column.class,
        6,
        "No check failed",
        report.verdicts(Status.FAILED),
        (row, verdict) -> finding(row, verdict, report, register));
    sheet.end();
  }

  private static void finding(
      TableRow<Column> row, Verdict verdict, Report report, Links register) {
    ObjectReference object = verdict.subject().object();
    row.text(Column.SEVERITY, Words.of(verdict.rule().severity()))
        .text(Column.RULE, verdict.rule().id())
        .text(Column.TITLE, verdict.rule().title())
        .text(Column.STATUS, Words.of(verdict.status()))
        .text(Column.KIND, object.kind())
        .text(Column.NAMESPACE, object.namespace())
        .text(Column.NAME, object.name())
        .text(Column.CONTAINER, verdict.subject().container())
        .text(Column.EPHI, verdict.subject().ephi())
        .text(Column.OBSERVED, EvidenceText.observed(verdict.evidence()))
        .text(Column.EVIDENCE, EvidenceText.places(verdict.evidence()))
        .text(Column.FIX, EvidenceText.steps(verdict.rule().fix()))
        .text(Column.SAFEGUARDS, Report.safeguardsOf(verdict.rule()))
        .text(Column.CITATIONS, String.join(", ", report.citationsOf(verdict.rule())))
        .text(Column.FINDING, verdict.id());
    if (verdict.outcome() instanceof Outcome.Failed(String message, List<ProposedValue> fix)) {
      row.text(Column.MESSAGE, message)
          .text(
              Column.EXPECTED, fix.isEmpty() ? verdict.rule().title() : EvidenceText.proposed(fix));
    }
    List<Risk> risks = report.risksOf(verdict);
    if (!risks.isEmpty()) {
      String first = risks.getFirst().id();
      row.formula(Column.RISK, register.toRow(first, first), first);
    }
    row.text(Column.ALL_RISKS, risks.stream().map(Risk::id).collect(Collectors.joining(", ")));
  }
}
