package org.safeguard.reporting;

import static org.safeguard.reporting.Heading.of;

import org.safeguard.reporting.Heading.Kind;

/// Lays out the sheets that are one table each: headings, widths, and what may be edited.
final class TableTemplates {

  private static final int HEADING = 3;

  private TableTemplates() {}

  private static void band(Page page, String title, String text, int columns, int frozen) {
    page.band(title, "", columns);
    page.sheet.getRow(1).getCell(0).setCellValue(text);
    page.height(2, 6);
  }

  static void inventory(Page page) {
    band(
        page,
        "ePHI inventory",
        "Every workload, and what is known of the ePHI it creates, receives, maintains or transmits."
            + " Where it says unknown, nobody has said.",
        12,
        3);
    new TemplateTable(
            page,
            InventorySheet.TABLE,
            HEADING,
            InventorySheet.Column.class,
            of("Kind", 19),
            of("Namespace", 18),
            of("Name", 24),
            of("ePHI", 13, Kind.STATE),
            of("Said by", 28),
            of("Kind of data", 18),
            of("Owner", 18),
            of("Criticality", 13),
            of("Keeps data in", 30),
            of("Reached from outside by", 26),
            of("Replicas", 10, Kind.NUMBER),
            of("Images", 44))
        .widths()
        .rows(30)
        .filtered(3);
    page.fitTo(2);
    repeat(page, 2);
  }

  private static void repeat(Page page, int lastColumn) {
    page.sheet.setRepeatingColumns(
        new org.apache.poi.ss.util.CellRangeAddress(-1, -1, 0, lastColumn));
  }

  static void measures(Page page) {
    band(
        page,
        "Current measures",
        "Every provision of the Security Rule, with what the evidence says. No state closes a"
            + " provision: supported means that what could be examined speaks for it.",
        12,
        2);
    new TemplateTable(
            page,
            MeasuresSheet.TABLE,
            HEADING,
            MeasuresSheet.Column.class,
            of("Citation", 18),
            of("Title", 24),
            of("Type", 13),
            of("State", 17, Kind.STATE),
            of("Why", 34),
            of("What supports it", 44),
            of("What speaks against it", 44),
            of("Strength of support", 12),
            of("What a cluster can show", 20),
            of("Open questions (see Reference)", 16),
            of("What it asks for", 44),
            of("NIST SP 800-53r5", 20))
        .widths()
        .rows(44)
        .filtered(2);
    page.fitTo(2);
  }

  static void plan(Page page) {
    band(
        page,
        "Remediation plan",
        "Plan of action and milestones. Yellow cells are yours to fill in; owner, due date, status"
            + " and ratings come from the risk register.",
        26,
        2);
    new TemplateTable(
            page,
            PlanSheet.TABLE,
            HEADING,
            PlanSheet.Column.class,
            of("POA&M id", 20),
            of("Weakness", 34),
            of("Risk", 20, Kind.LINK),
            of("Controls", 24),
            of("Weakness description", 40),
            of("Detected by", 18),
            of("Rules", 18),
            of("Assets", 38),
            of("Point of contact", 18, Kind.COMPUTED),
            of("Resources required", 18, Kind.EDIT),
            of("Remediation plan", 44),
            of("Detected", 12, Kind.DAY),
            of("Scheduled completion", 13, Kind.COMPUTED_DAY),
            of("Planned milestones", 26, Kind.EDIT),
            of("Milestone changes", 22, Kind.EDIT),
            of("Status", 13, Kind.COMPUTED),
            of("Status date", 12, Kind.EDIT_DAY),
            of("Vendor dependency", 13, Kind.EDIT_YES_NO),
            of("Last vendor check-in", 13, Kind.EDIT_DAY),
            of("Original rating", 13, Kind.COMPUTED_LEVEL),
            of("Adjusted rating", 13, Kind.COMPUTED_LEVEL),
            of("False positive", 12, Kind.EDIT_PENDING),
            of("Operational requirement", 14, Kind.EDIT_PENDING),
            of("Deviation rationale", 26, Kind.EDIT),
            of("Supporting documents", 22, Kind.EDIT),
            of("Comments", 26, Kind.EDIT))
        .widths()
        .rows(44)
        .filtered(2);
    page.fitTo(3);
    repeat(page, 1);
  }

  static void findings(Page page) {
    band(
        page,
        "Findings",
        "Every failed check, with its evidence and what to do. Filter by any column; the link leads"
            + " to the risk.",
        19,
        3);
    new TemplateTable(
            page,
            FindingsSheet.TABLE,
            HEADING,
            FindingsSheet.Column.class,
            of("Severity", 11, Kind.SEVERITY),
            of("Rule", 15),
            of("What should hold", 30),
            of("Status", 9),
            of("Kind", 19),
            of("Namespace", 16),
            of("Name", 22),
            of("Container", 16),
            of("ePHI", 11, Kind.STATE),
            of("What is wrong", 38),
            of("Observed", 36),
            of("Expected", 32),
            of("Evidence: file, line, pointer", 40),
            of("What to do", 44),
            of("Safeguards", 15),
            of("Citations", 20),
            of("Risk", 20, Kind.LINK),
            of("All risks", 22),
            of("Finding id", 18))
        .widths()
        .rows(30)
        .filtered(3);
    page.fitTo(2);
  }

  static void notAssessed(Page page) {
    band(
        page,
        "Not assessed",
        "Every check that could not be made: why, and which evidence would settle it. None of these"
            + " counts as a pass.",
        14,
        3);
    new TemplateTable(
            page,
            NotAssessedSheet.TABLE,
            HEADING,
            NotAssessedSheet.Column.class,
            of("Severity", 11, Kind.SEVERITY),
            of("Rule", 15),
            of("What should hold", 30),
            of("Kind", 19),
            of("Namespace", 16),
            of("Name", 22),
            of("Container", 16),
            of("ePHI", 11, Kind.STATE),
            of("Cause", 18),
            of("What is missing", 42),
            of("What would settle it", 42),
            of("Safeguards", 15),
            of("Citations", 20),
            of("Where it was looked for", 36))
        .widths()
        .rows(30)
        .filtered(3);
    page.fitTo(2);
  }
}
