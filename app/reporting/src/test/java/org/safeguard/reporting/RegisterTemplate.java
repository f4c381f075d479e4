package org.safeguard.reporting;

import static org.safeguard.reporting.Heading.of;

import org.apache.poi.ss.util.CellRangeAddress;
import org.safeguard.reporting.Heading.Kind;
import org.safeguard.reporting.RegisterSheet.Column;

/// Lays out the risk register: what is proposed, what is decided, what follows, what remains.
final class RegisterTemplate {

  private static final int GROUPS = 2;
  private static final int HEADING = 3;

  private RegisterTemplate() {}

  static void lay(Page page) {
    int columns = Column.values().length;
    page.band(
        "Risk register",
        "One row a risk: threat, vulnerability, likelihood, impact. Yellow cells are yours to decide;"
            + " shaded cells follow by tables G-5 and I-2 on the sheet Reference.",
        columns);
    table(page);
    group(page, Column.ID, Column.CONTROLS, "The risk", Look.NAVY);
    group(page, Column.INITIATION, Column.REASONS, "Proposed by the tool", Look.TEAL);
    group(page, Column.DECIDED_INITIATION, Column.RATIONALE, "Decided by you", "7A5C00");
    group(page, Column.LIKELIHOOD_NOW, Column.LEVEL_NOW, "In force", Look.TEAL);
    group(page, Column.TREATMENT, Column.STATUS, "Treatment", "7A5C00");
    group(
        page,
        Column.RESIDUAL_INITIATION,
        Column.RESIDUAL_IMPACT_CHOICE,
        "Residual, expected by you",
        "7A5C00");
    group(page, Column.RESIDUAL_LIKELIHOOD, Column.RESIDUAL_LEVEL, "Residual risk", Look.TEAL);
    group(page, Column.SAFEGUARD, Column.PLAN, "Where it comes from", Look.NAVY);
    page.height(GROUPS, 20);
    page.fitTo(4);
    page.sheet.setRepeatingRows(new CellRangeAddress(GROUPS, HEADING, -1, -1));
    page.sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, 1));
    name(page, "RegisterId", Column.ID);
    name(page, "RegisterOwner", Column.OWNER);
    name(page, "RegisterDue", Column.DUE);
    name(page, "RegisterLikelihoodNow", Column.LIKELIHOOD_NOW);
    name(page, "RegisterImpactNow", Column.IMPACT_NOW);
    name(page, "RegisterLevelNow", Column.LEVEL_NOW);
    name(page, "RegisterResidualLevel", Column.RESIDUAL_LEVEL);
  }

  private static void table(Page page) {
    new TemplateTable(
            page,
            RegisterSheet.TABLE,
            HEADING,
            Column.class,
            of("Risk id", 20),
            of("Risk", 34),
            of("ePHI", 13),
            of("Assets", 8, Kind.NUMBER),
            of("Affected objects", 42),
            of("Threat", 36),
            of("Vulnerability", 40),
            of("Existing controls", 34),
            of("Likelihood of initiation", 12, Kind.LEVEL),
            of("Likelihood of adverse impact", 12, Kind.LEVEL),
            of("Overall likelihood", 12, Kind.COMPUTED_LEVEL),
            of("Impact", 12, Kind.LEVEL),
            of("Risk level", 12, Kind.COMPUTED_LEVEL),
            of("Why", 48),
            of("Decided likelihood of initiation", 12, Kind.EDIT_LEVEL),
            of("Decided likelihood of adverse impact", 12, Kind.EDIT_LEVEL),
            of("Decided impact", 12, Kind.EDIT_LEVEL),
            of("Rationale", 30, Kind.EDIT),
            of("Likelihood now", 12, Kind.COMPUTED_LEVEL),
            of("Impact now", 12, Kind.COMPUTED_LEVEL),
            of("Risk level now", 12, Kind.COMPUTED_LEVEL),
            of("Treatment", 13, Kind.EDIT_TREATMENT),
            of("Recommendation", 44),
            of("Owner", 20, Kind.EDIT),
            of("Due", 12, Kind.EDIT_DAY),
            of("Status", 13, Kind.EDIT_STATUS),
            of("Residual likelihood of initiation", 12, Kind.EDIT_LEVEL),
            of("Residual likelihood of adverse impact", 12, Kind.EDIT_LEVEL),
            of("Expected residual impact", 12, Kind.EDIT_LEVEL),
            of("Residual likelihood", 12, Kind.COMPUTED_LEVEL),
            of("Residual impact", 12, Kind.COMPUTED_LEVEL),
            of("Residual level", 12, Kind.COMPUTED_LEVEL),
            of("Safeguard", 36),
            of("Citations", 20),
            of("Findings", 10, Kind.LINK),
            of("Plan", 20, Kind.LINK))
        .widths()
        .rows(58)
        .filtered(2);
  }

  private static void group(Page page, Column from, Column to, String text, String colour) {
    page.wide(GROUPS, from.ordinal(), to.ordinal(), text, page.look.heading(colour));
  }

  private static void name(Page page, String name, Column column) {
    page.name(name, HEADING + 1, column.ordinal(), HEADING + 1, column.ordinal());
  }
}
