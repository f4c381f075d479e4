package org.safeguard.reporting;

import org.safeguard.reporting.Heading.Kind;

/// Lays out scope and method: fixed wording first, then sources, coverage, how they were captured,
/// what was left out, files.
final class ScopeTemplate {

  private static final int COLUMNS = 7;

  private static final String[][] WORDING = {
    {"What was assessed", "${scope}"},
    {
      "What was not",
      "People, premises, contracts, devices and systems outside the sources below were not examined."
          + " Where a provision depends on them, it is marked as needing attestation. The sheet Not"
          + " assessed names every check that could not be made, and the evidence that would settle it."
    },
    {
      "Method",
      "Objects were read from the sources below, read-only. Each rule of the rule packs was applied"
          + " to each object it concerns and gave one of four answers: passed, failed, not applicable,"
          + " not assessed. Failed checks were gathered into risks, one for each safeguard and group of"
          + " assets. For each risk, likelihood and impact were proposed with reasons, following NIST SP"
          + " 800-66r2 section 3 and NIST SP 800-30r1: scales G-2, G-3, G-4 and H-3, overall likelihood"
          + " by table G-5, level of risk by table I-2. Scales and tables are on the sheet Reference."
    },
    {
      "How to use it",
      "Cells on a pale yellow ground are for you to fill in: decide on ratings in the risk register,"
          + " name owners and dates, choose a treatment and state the residual risk. Levels follow by"
          + " formula, and the summary counts anew. Proposed and decided values are both kept."
    },
    {
      "Limits",
      "A snapshot shows configuration at one time, not how it is used. A passed check supports a"
          + " safeguard; it does not prove it, and the sheet Reference says what each rule does not"
          + " prove. Nothing here is legal advice. The analysis must be reviewed on every material"
          + " change and at planned intervals (45 CFR 164.306(e), 164.316(b)(2)(iii))."
    },
  };

  private ScopeTemplate() {}

  static void lay(Page page) {
    page.widths(26, 38, 22, 14, 68, 24, 26);
    page.band("Scope and method", "${client}. Assessed ${assessed-on}.", COLUMNS);
    int row = 3;
    for (String[] words : WORDING) {
      page.text(row, 0, words[0], page.look.label());
      page.prose(row, 1, 4, words[1], page.look.body());
      row++;
    }
    row =
        table(
            page,
            row + 1,
            "Sources, with the SHA-256 of what was read",
            "Sources",
            ScopeSheet.SourceColumn.class,
            text("Source"),
            text("Format"),
            text("Kubernetes version"),
            Heading.of("Objects", 14, Kind.NUMBER),
            text("SHA-256"),
            text("Cluster"),
            text("Captured"));
    row =
        table(
            page,
            row,
            "Coverage: what is known of each type of object",
            "Coverage",
            ScopeSheet.CoverageColumn.class,
            text("Source"),
            text("Type"),
            Heading.of("State", 22, Kind.STATE),
            Heading.of("Objects", 14, Kind.NUMBER),
            text("Why"));
    row =
        table(
            page,
            row,
            "How it was captured: each list as the API server answered it",
            "Lists",
            CaptureTables.ListColumn.class,
            text("Source"),
            text("Type and path"),
            text("Resource version"),
            Heading.of("Objects", 14, Kind.NUMBER),
            text("Pages and answer"),
            text("Begun"),
            text("Ended"));
    row =
        table(
            page,
            row,
            "Requests that were sent, refused and failed ones first",
            "Requests",
            CaptureTables.RequestColumn.class,
            text("Source"),
            text("Path"),
            text("Answer"),
            Heading.of("Requests", 14, Kind.NUMBER),
            text("First asked as"),
            Heading.of("Bytes", 24, Kind.NUMBER),
            text("Last asked"));
    row =
        table(
            page,
            row,
            "Taken out of the sources, and literal values that were kept",
            "Redactions",
            CaptureTables.RedactionColumn.class,
            text("Source"),
            text("Place"),
            text("Type"),
            Heading.of("Values", 14, Kind.NUMBER),
            text("Why"),
            text("What was done"));
    row =
        table(
            page,
            row,
            "Left out of the sources",
            "Skipped",
            ScopeSheet.SkippedColumn.class,
            text("Source"),
            text("File"),
            text("What it is"),
            Heading.of("Line", 14, Kind.NUMBER),
            text("Why, and what to do"));
    row =
        table(
            page,
            row,
            "Files read",
            "Files",
            ScopeSheet.FileColumn.class,
            text("Source"),
            text("File"),
            text("Format"),
            Heading.of("Bytes", 14, Kind.NUMBER),
            text("SHA-256"));
    page.book.setPrintArea(page.book.getSheetIndex(page.sheet), 0, COLUMNS - 1, 0, row - 2);
    page.sheet.createFreezePane(0, 2);
    page.sheet.setRepeatingRows(new org.apache.poi.ss.util.CellRangeAddress(0, 1, -1, -1));
  }

  private static Heading text(String words) {
    return Heading.of(words, 0);
  }

  private static int table(
      Page page,
      int row,
      String title,
      String name,
      Class<? extends Enum<?>> columns,
      Heading... headings) {
    for (int i = 0; i < headings.length; i++) {
      page.text(row, i, i == 0 ? title : "", page.look.section());
    }
    page.height(row, 24);
    new TemplateTable(page, name, row + 1, columns, headings).rows(18);
    return row + 4;
  }
}
