package org.safeguard.reporting;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Support;

/// The remediation plan in the columns of a plan of action and milestones (POA&M). Owner, date,
/// status and ratings are the register's, so that they are decided in one place.
final class PlanSheet implements ReportSheet {

  enum Column {
    ID,
    WEAKNESS,
    RISK,
    CONTROLS,
    DESCRIPTION,
    SOURCE,
    SOURCE_ID,
    ASSETS,
    CONTACT,
    RESOURCES,
    PLAN,
    DETECTED,
    DUE,
    MILESTONES,
    MILESTONE_CHANGES,
    STATUS,
    STATUS_DATE,
    VENDOR_DEPENDENCY,
    VENDOR_CHECK_IN,
    ORIGINAL_RATING,
    ADJUSTED_RATING,
    FALSE_POSITIVE,
    OPERATIONAL_REQUIREMENT,
    DEVIATION_RATIONALE,
    DOCUMENTS,
    COMMENTS
  }

  static final String TABLE = "Plan";

  /// The id of the plan's row for a risk.
  static String id(Risk risk) {
    return risk.id().startsWith("R-") ? "P-" + risk.id().substring(2) : "P-" + risk.id();
  }

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
        12,
        "Nothing to remedy follows from what was examined",
        report.assessment().risks(),
        (row, risk) -> {
          describe(row, risk, report);
          row.formula(Column.RISK, register.toRow(risk.id(), risk.id()), risk.id());
          String level = risk.level().title();
          look(row, Column.CONTACT, RegisterSheet.Column.OWNER, "");
          look(row, Column.DUE, RegisterSheet.Column.DUE, "");
          look(row, Column.STATUS, RegisterSheet.Column.STATUS, "");
          look(row, Column.ORIGINAL_RATING, RegisterSheet.Column.LEVEL, level);
          look(row, Column.ADJUSTED_RATING, RegisterSheet.Column.LEVEL_NOW, level);
        });
    sheet.end();
  }

  private static void describe(TableRow<Column> row, Risk risk, Report report) {
    row.text(Column.ID, id(risk))
        .text(Column.WEAKNESS, risk.title())
        .text(Column.CONTROLS, risk.safeguard() + ": " + String.join(", ", risk.citations()))
        .text(Column.DESCRIPTION, risk.vulnerability())
        .text(Column.SOURCE, "Safeguard Workbench " + report.assessment().toolVersion())
        .text(Column.SOURCE_ID, rules(risk, report))
        .text(Column.ASSETS, Words.lines(risk.assets(), 8))
        .text(Column.PLAN, risk.recommendation())
        .day(Column.DETECTED, report.assessment().assessedAt());
  }

  private static String rules(Risk risk, Report report) {
    return report.assessment().packs().stream()
        .flatMap(pack -> pack.rules().stream())
        .filter(
            rule ->
                rule.supports().stream().map(Support::safeguard).anyMatch(risk.safeguard()::equals))
        .map(Rule::id)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /// What the register's row of the same risk says now, empty where it says nothing.
  private static void look(
      TableRow<Column> row, Column column, RegisterSheet.Column wanted, String value) {
    String found =
        "INDEX(Register,MATCH($%s%d,INDEX(Register,0,1),0),%d)"
            .formatted(
                CellReference.convertNumToColString(Column.RISK.ordinal()),
                row.number(),
                wanted.ordinal() + 1);
    row.formula(column, "IF(" + found + "=\"\",\"\"," + found + ")", value);
  }
}
