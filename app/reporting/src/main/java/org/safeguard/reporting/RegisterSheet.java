package org.safeguard.reporting;

import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Risk;

/// The risk register: what the tool proposes, what people decide, and what follows from both by
/// the look-up tables G-5 and I-2 of NIST SP 800-30r1 on the reference sheet.
final class RegisterSheet implements ReportSheet {

  enum Column {
    ID,
    TITLE,
    TIER,
    ASSETS,
    OBJECTS,
    THREAT,
    VULNERABILITY,
    CONTROLS,
    INITIATION,
    ADVERSE,
    LIKELIHOOD,
    IMPACT,
    LEVEL,
    REASONS,
    DECIDED_INITIATION,
    DECIDED_ADVERSE,
    DECIDED_IMPACT,
    RATIONALE,
    LIKELIHOOD_NOW,
    IMPACT_NOW,
    LEVEL_NOW,
    TREATMENT,
    RECOMMENDATION,
    OWNER,
    DUE,
    STATUS,
    RESIDUAL_INITIATION,
    RESIDUAL_ADVERSE,
    RESIDUAL_IMPACT_CHOICE,
    RESIDUAL_LIKELIHOOD,
    RESIDUAL_IMPACT,
    RESIDUAL_LEVEL,
    SAFEGUARD,
    CITATIONS,
    FINDINGS,
    PLAN
  }

  static final String TABLE = "Register";

  @Override
  public List<String> names() {
    return List.of(
        TABLE,
        "G5_OverallLikelihood",
        "G5_Initiation",
        "G5_AdverseImpact",
        "I2_RiskLevel",
        "I2_Likelihood",
        "I2_Impact");
  }

  @Override
  public void fill(Template template, Report report, Progress progress) {
    Links findings = new Links(template, FindingsSheet.TABLE);
    Links plan = new Links(template, PlanSheet.TABLE);
    TableSheet sheet = new TableSheet(template, progress, TABLE);
    sheet.fill(
        Column.class,
        14,
        "No risk follows from what was examined",
        report.assessment().risks(),
        (row, risk) -> {
          describe(row, risk, report);
          rate(row, risk);
          row.formula(
              Column.FINDINGS,
              findings.toRowWith(risk.id(), FindingsSheet.Column.ALL_RISKS, risk.findings().size()),
              risk.findings().size());
          String planned = PlanSheet.id(risk);
          row.formula(Column.PLAN, plan.toRow(planned, planned), planned);
        });
    sheet.end();
  }

  private static void describe(TableRow<Column> row, Risk risk, Report report) {
    row.text(Column.ID, risk.id())
        .text(Column.TITLE, risk.title())
        .text(Column.TIER, risk.tier().title())
        .number(Column.ASSETS, risk.assets().size())
        .text(Column.OBJECTS, Words.lines(risk.assets(), 8))
        .text(Column.THREAT, risk.threatSource() + ": " + risk.threatEvent())
        .text(Column.VULNERABILITY, risk.vulnerability())
        .text(Column.CONTROLS, risk.existingControls())
        .text(Column.RECOMMENDATION, risk.recommendation())
        .text(Column.SAFEGUARD, report.described(risk.safeguard()))
        .text(Column.CITATIONS, String.join(", ", risk.citations()));
  }

  private static void rate(TableRow<Column> row, Risk risk) {
    At at = new At(row.number());
    String initiation = at.orElse(Column.DECIDED_INITIATION, at.cell(Column.INITIATION));
    String adverse = at.orElse(Column.DECIDED_ADVERSE, at.cell(Column.ADVERSE));
    String impact = at.orElse(Column.DECIDED_IMPACT, at.cell(Column.IMPACT));
    row.text(Column.INITIATION, risk.initiation().level().title())
        .text(Column.ADVERSE, risk.adverseImpact().level().title())
        .text(Column.IMPACT, risk.impact().level().title())
        .text(Column.REASONS, reasons(risk));
    likelihood(row, Column.LIKELIHOOD, at.cell(Column.INITIATION), at.cell(Column.ADVERSE), risk);
    level(row, Column.LEVEL, at.cell(Column.LIKELIHOOD), at.cell(Column.IMPACT), risk);
    likelihood(row, Column.LIKELIHOOD_NOW, initiation, adverse, risk);
    row.formula(Column.IMPACT_NOW, impact, risk.impact().level().title());
    level(row, Column.LEVEL_NOW, at.cell(Column.LIKELIHOOD_NOW), at.cell(Column.IMPACT_NOW), risk);
    likelihood(
        row,
        Column.RESIDUAL_LIKELIHOOD,
        at.orElse(Column.RESIDUAL_INITIATION, initiation),
        at.orElse(Column.RESIDUAL_ADVERSE, adverse),
        risk);
    row.formula(
        Column.RESIDUAL_IMPACT,
        at.orElse(Column.RESIDUAL_IMPACT_CHOICE, at.cell(Column.IMPACT_NOW)),
        risk.impact().level().title());
    level(
        row,
        Column.RESIDUAL_LEVEL,
        at.cell(Column.RESIDUAL_LIKELIHOOD),
        at.cell(Column.RESIDUAL_IMPACT),
        risk);
  }

  private static void likelihood(
      TableRow<Column> row, Column column, String initiation, String adverse, Risk risk) {
    row.formula(
        column,
        "INDEX(G5_OverallLikelihood,MATCH(%s,G5_Initiation,0),MATCH(%s,G5_AdverseImpact,0))"
            .formatted(initiation, adverse),
        risk.likelihood().title());
  }

  private static void level(
      TableRow<Column> row, Column column, String likelihood, String impact, Risk risk) {
    row.formula(
        column,
        "INDEX(I2_RiskLevel,MATCH(%s,I2_Likelihood,0),MATCH(%s,I2_Impact,0))"
            .formatted(likelihood, impact),
        risk.level().title());
  }

  private static String reasons(Risk risk) {
    return "Initiation: "
        + risk.initiation().reason()
        + "\nAdverse impact: "
        + risk.adverseImpact().reason()
        + "\nImpact: "
        + risk.impact().reason();
  }

  /// Cells of one row, as formulas name them.
  private record At(int row) {

    String cell(Column column) {
      return "$" + CellReference.convertNumToColString(column.ordinal()) + row;
    }

    String orElse(Column edited, String otherwise) {
      return "IF(%s=\"\",%s,%s)".formatted(cell(edited), otherwise, cell(edited));
    }
  }
}
