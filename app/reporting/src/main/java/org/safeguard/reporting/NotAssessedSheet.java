package org.safeguard.reporting;

import java.util.List;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// Each verdict that could not be given, with its cause and what would settle it.
final class NotAssessedSheet implements ReportSheet {

  enum Column {
    SEVERITY,
    RULE,
    TITLE,
    KIND,
    NAMESPACE,
    NAME,
    CONTAINER,
    EPHI,
    CAUSE,
    DETAIL,
    REMEDY,
    SAFEGUARDS,
    CITATIONS,
    EVIDENCE
  }

  static final String TABLE = "NotAssessed";

  @Override
  public List<String> names() {
    return List.of(TABLE);
  }

  @Override
  public void fill(Template template, Report report, Progress progress) {
    TableSheet sheet = new TableSheet(template, progress, TABLE);
    sheet.fill(
        Column.class,
        6,
        "Every check that applies could be made",
        report.verdicts(Status.NOT_ASSESSED),
        (row, verdict) -> verdict(row, verdict, report));
    sheet.end();
  }

  private static void verdict(TableRow<Column> row, Verdict verdict, Report report) {
    ObjectReference object = verdict.subject().object();
    row.text(Column.SEVERITY, Words.of(verdict.rule().severity()))
        .text(Column.RULE, verdict.rule().id())
        .text(Column.TITLE, verdict.rule().title())
        .text(Column.KIND, object.kind())
        .text(Column.NAMESPACE, object.namespace())
        .text(Column.NAME, object.name())
        .text(Column.CONTAINER, verdict.subject().container())
        .text(Column.EPHI, verdict.subject().ephi())
        .text(Column.SAFEGUARDS, Report.safeguardsOf(verdict.rule()))
        .text(Column.CITATIONS, String.join(", ", report.citationsOf(verdict.rule())))
        .text(Column.EVIDENCE, EvidenceText.places(verdict.evidence()));
    if (verdict.outcome() instanceof Outcome.NotAssessed(Cause cause)) {
      row.text(Column.CAUSE, Words.of(cause.code()))
          .text(Column.DETAIL, cause.detail())
          .text(Column.REMEDY, Words.remedy(cause.code()));
    }
  }
}
