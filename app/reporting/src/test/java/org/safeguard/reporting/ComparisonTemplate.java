package org.safeguard.reporting;

import static org.safeguard.reporting.Heading.of;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.safeguard.reporting.Heading.Kind;

/// Lays out the built-in template of a comparison, `reports-templates/comparison.xlsx`.
final class ComparisonTemplate {

  private static final int COLUMNS = 5;
  private static final int HEADING = 3;

  private ComparisonTemplate() {}

  static void write(Path file) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      Look look = new Look(book);
      summary(page(book, look, "Summary", Look.TEAL));
      moves(page(book, look, "Verdict moves", Look.NAVY));
      objects(page(book, look, "Objects", Look.NAVY));
      unknown(page(book, look, "Cannot tell", Look.GREY));
      var core = book.getProperties().getCoreProperties();
      core.setTitle("Comparison template");
      core.setCreator("Safeguard Workbench");
      core.setCreated(Optional.of(Date.from(TemplateGenerator.TIME)));
      core.setModified(Optional.of(Date.from(TemplateGenerator.TIME)));
      try (RepeatableWorkbook whole = new RepeatableWorkbook(book, TemplateGenerator.TIME);
          OutputStream out = Files.newOutputStream(file)) {
        whole.write(out);
      }
    }
  }

  private static Page page(XSSFWorkbook book, Look look, String name, String tab) {
    Page page = new Page(book, look, name, tab);
    page.sheet.getHeader().setLeft("&9 Before: ${before}");
    page.sheet.getHeader().setRight("&9 After: ${after}");
    page.sheet.getFooter().setLeft("&9 Confidential. Comparison");
    return page;
  }

  private static void summary(Page page) {
    page.widths(26, 42, 42, 14, 14);
    page.band(
        "What changed", "Two states of a cluster, what moved between them, and why.", COLUMNS);
    page.height(2, 6);
    page.wide(3, 0, COLUMNS - 1, "${overall-picture}", page.look.lead());
    int row = 5;
    row =
        table(
            page,
            row,
            "What was compared",
            "CompareSides",
            CompareSummary.SideColumn.class,
            of("", 0),
            of("Before", 0),
            of("After", 0));
    row =
        table(
            page,
            row,
            "How much moved, and why",
            "CompareCounts",
            CompareSummary.CountColumn.class,
            of("Of", 0),
            of("What", 0),
            of("Meaning", 0),
            of("How many", 14, Kind.NUMBER));
    row =
        table(
            page,
            row,
            "Failures by severity",
            "CompareSeverities",
            CompareSummary.SeverityColumn.class,
            of("Severity", 0, Kind.SEVERITY),
            of("Change", 0),
            of("Of that", 0),
            of("Before", 14, Kind.NUMBER),
            of("After", 14, Kind.NUMBER));
    row =
        table(
            page,
            row,
            "Risks that moved",
            "CompareRisks",
            CompareSummary.RiskColumn.class,
            of("Risk", 0),
            of("Title", 0),
            of("Change", 0),
            of("Before", 14, Kind.LEVEL),
            of("After", 14, Kind.LEVEL));
    row =
        table(
            page,
            row,
            "Rules that judge otherwise",
            "CompareRules",
            CompareSummary.RuleColumn.class,
            of("Rule", 0),
            of("What should hold", 0),
            of("Change", 0));
    row =
        table(
            page,
            row,
            "Types of which one side knew more",
            "CompareCoverage",
            CompareSummary.CoverageColumn.class,
            of("Type", 0),
            of("Why before", 0),
            of("Why after", 0),
            of("Before", 14, Kind.STATE),
            of("After", 14, Kind.STATE));
    page.book.setPrintArea(page.book.getSheetIndex(page.sheet), 0, COLUMNS - 1, 0, row - 2);
    page.sheet.createFreezePane(0, 2);
    page.sheet.setRepeatingRows(new CellRangeAddress(0, 1, -1, -1));
  }

  private static int table(
      Page page,
      int row,
      String title,
      String name,
      Class<? extends Enum<?>> columns,
      Heading... headings) {
    for (int i = 0; i < COLUMNS; i++) {
      page.text(row, i, i == 0 ? title : "", page.look.section());
    }
    page.height(row, 24);
    new TemplateTable(page, name, row + 1, columns, headings).rows(18);
    return row + 4;
  }

  private static void band(Page page, String title, String text, int columns) {
    page.band(title, text, columns);
    page.height(2, 6);
  }

  private static void moves(Page page) {
    band(
        page,
        "Verdict moves",
        "Each verdict that is new, gone or another one now, and why. Where several causes show, the"
            + " surest comes first.",
        CompareTables.Move.values().length);
    new TemplateTable(
            page,
            CompareTables.MOVES,
            HEADING,
            CompareTables.Move.class,
            of("Severity", 11, Kind.SEVERITY),
            of("Change", 11),
            of("Rule", 15),
            of("What should hold", 30),
            of("Kind", 19),
            of("Namespace", 16),
            of("Name", 24),
            of("Container", 16),
            of("Before", 14, Kind.STATE),
            of("After", 14, Kind.STATE),
            of("Because of", 18),
            of("Said before", 38),
            of("Says now", 38),
            of("Observed before", 38),
            of("Observed now", 38))
        .widths()
        .rows(30)
        .filtered(3);
    page.fitTo(2);
  }

  private static void objects(Page page) {
    band(
        page,
        "Objects",
        "What appeared, went and changed. What changes by itself is left out: heartbeats, resource"
            + " versions, leases, events.",
        CompareTables.Changed.values().length);
    new TemplateTable(
            page,
            CompareTables.OBJECTS,
            HEADING,
            CompareTables.Changed.class,
            of("Change", 11),
            of("Type", 38),
            of("Namespace", 20),
            of("Name", 36),
            of("Places", 10, Kind.NUMBER),
            of("Where they differ", 70))
        .widths()
        .rows(30)
        .filtered(1);
  }

  private static void unknown(Page page) {
    band(
        page,
        "Cannot tell",
        "Types of which one side does not hold every object: what only one side holds may have been"
            + " there all the time.",
        CompareTables.Unknown.values().length);
    new TemplateTable(
            page,
            CompareTables.UNKNOWN,
            HEADING,
            CompareTables.Unknown.class,
            of("Type", 38),
            of("Before", 14, Kind.STATE),
            of("Why not more before", 40),
            of("After", 14, Kind.STATE),
            of("Why not more after", 40),
            of("Only before", 10, Kind.NUMBER),
            of("Only after", 10, Kind.NUMBER),
            of("Which", 44))
        .widths()
        .rows(30)
        .filtered(1);
  }
}
