package org.safeguard.reporting;

import static org.safeguard.reporting.Heading.of;

import org.apache.poi.ss.util.CellRangeAddress;
import org.safeguard.model.risk.Level;
import org.safeguard.reporting.Heading.Kind;

/// Lays out the reference sheet: scales, the two matrices that formulas look up, lists, severities
/// and glossary; then headings for safeguards, questions and rules.
final class ReferenceTemplate {

  private static final int COLUMNS = 8;

  private static final String[][] SCALES = {
    {
      "96-100 (10)",
      "almost certain to initiate",
      "almost certain, or more than 100 times a year",
      "almost certain",
      "multiple severe or catastrophic adverse effects"
    },
    {
      "80-95 (8)",
      "highly likely to initiate",
      "highly likely, or 10 to 100 times a year",
      "highly likely",
      "severe or catastrophic adverse effects"
    },
    {
      "21-79 (5)",
      "somewhat likely to initiate",
      "somewhat likely, or 1 to 10 times a year",
      "somewhat likely",
      "serious adverse effects"
    },
    {
      "5-20 (2)",
      "unlikely to initiate",
      "unlikely, or less than once a year",
      "unlikely",
      "limited adverse effects"
    },
    {
      "0-4 (0)",
      "highly unlikely to initiate",
      "highly unlikely, or less than once in 10 years",
      "highly unlikely",
      "negligible adverse effects"
    },
  };

  private static final String[][] SEVERITIES = {
    {"Critical", "One step from ePHI or from control over the cluster. Act now."},
    {
      "High", "Makes a breach of ePHI likely once an attacker is inside, or removes a main barrier."
    },
    {"Medium", "Weakens a barrier or hides misuse. Plan it."},
    {"Low", "Good practice whose absence helps an attacker little."},
    {"Info", "Worth knowing; no weakness by itself."},
  };

  private static final String[][] GLOSSARY = {
    {"ePHI", "Electronic protected health information (45 CFR 160.103)."},
    {"Safeguard", "A statement about containers that can be examined, asked or attested."},
    {"Check", "A rule applied to one object or container."},
    {"Finding", "A check that failed, with its evidence."},
    {"Not assessed", "A check that could not be made because evidence is missing. Never a pass."},
    {
      "Attestation",
      "A statement by a responsible person, with a document, where no snapshot can show it."
    },
    {
      "Addressable",
      "Not optional: implement it, or document why not and what is done instead (45 CFR 164.306(d)(3))."
    },
    {
      "Likelihood of initiation",
      "How likely a threat source starts the event (G-2) or it occurs (G-3)."
    },
    {"Likelihood of adverse impact", "How likely the event, once started, does harm (G-4)."},
    {"Residual risk", "The level that remains after the planned treatment."},
    {"Workload", "A program on the cluster: a Deployment, StatefulSet, DaemonSet, Job or Pod."},
  };

  private ReferenceTemplate() {}

  static void lay(Page page) {
    page.widths(22, 20, 20, 20, 20, 20, 58, 50);
    page.band("Reference", "Scales, matrices and lists that the other sheets look up.", COLUMNS);
    int row = scales(page, 3);
    row =
        matrix(
            page,
            row + 1,
            "Table G-5: overall likelihood",
            "Initiation \\ adverse impact",
            "G5_OverallLikelihood",
            "G5_Initiation",
            "G5_AdverseImpact",
            Matrices::overallLikelihood);
    row =
        matrix(
            page,
            row + 1,
            "Table I-2: level of risk",
            "Likelihood \\ impact",
            "I2_RiskLevel",
            "I2_Likelihood",
            "I2_Impact",
            Matrices::riskLevel);
    row = lists(page, row + 1);
    row = words(page, row + 1, "What a severity means", SEVERITIES);
    row = words(page, row + 1, "Glossary", GLOSSARY);
    row = tables(page, row + 1);
    page.sheet.createFreezePane(0, 2);
    page.sheet.setRepeatingRows(new CellRangeAddress(0, 1, -1, -1));
    page.book.setPrintArea(page.book.getSheetIndex(page.sheet), 0, COLUMNS - 1, 0, row - 1);
  }

  private static int section(Page page, int row, String text) {
    for (int i = 0; i < COLUMNS; i++) {
      page.text(row, i, i == 0 ? text : "", page.look.section());
    }
    page.height(row, 24);
    return row + 1;
  }

  private static int scales(Page page, int first) {
    int row = section(page, first, "Scales (NIST SP 800-30r1)");
    String[] headings = {
      "Level",
      "Score",
      "Initiation, adversarial (G-2)",
      "Occurrence, other (G-3)",
      "Adverse impact likely (G-4)",
      "Impact (H-3)"
    };
    for (int i = 0; i < headings.length; i++) {
      page.text(row, i, headings[i], page.look.heading(Look.NAVY));
    }
    page.height(row, 30);
    row++;
    int most = Level.values().length - 1;
    for (int i = 0; i <= most; i++) {
      page.text(row + i, 0, Level.values()[most - i].title(), page.look.body());
      for (int j = 0; j < SCALES[i].length; j++) {
        page.text(row + i, j + 1, SCALES[i][j], page.look.body());
      }
      page.height(row + i, 44);
    }
    WordColours.levels(page.sheet, new CellRangeAddress(row, row + most, 0, 0));
    return row + most + 1;
  }

  @FunctionalInterface
  private interface Matrix {
    Level at(Level row, Level column);
  }

  private static int matrix(
      Page page,
      int first,
      String title,
      String corner,
      String name,
      String rows,
      String columns,
      Matrix matrix) {
    int row = section(page, first, title + " (NIST SP 800-30r1)");
    page.text(row, 0, corner, page.look.heading(Look.NAVY));
    int most = Level.values().length - 1;
    for (Level column : Level.values()) {
      page.text(row, 1 + column.ordinal(), column.title(), page.look.heading(Look.NAVY));
    }
    for (Level level : Level.values()) {
      int at = row + 1 + most - level.ordinal();
      page.text(at, 0, level.title(), page.look.label());
      page.height(at, 18);
      for (Level column : Level.values()) {
        page.text(at, 1 + column.ordinal(), matrix.at(level, column).title(), page.look.body());
      }
    }
    WordColours.levels(page.sheet, new CellRangeAddress(row + 1, row + 1 + most, 1, 5));
    page.name(name, row + 1, 1, row + 5, 5);
    page.name(rows, row + 1, 0, row + 5, 0);
    page.name(columns, row, 1, row, 5);
    return row + 6;
  }

  private static int lists(Page page, int first) {
    int row = section(page, first, "Lists to choose from");
    list(page, row, 0, "Levels", "Levels", "Very Low", "Low", "Moderate", "High", "Very High");
    list(page, row, 1, "Treatments", "Treatments", "Mitigate", "Accept", "Avoid", "Transfer");
    list(page, row, 2, "Statuses", "RiskStatuses", "Open", "In progress", "Done", "Accepted");
    list(page, row, 3, "Yes or no", "YesNo", "Yes", "No");
    list(page, row, 4, "Decision", "YesNoPending", "Yes", "No", "Pending");
    return row + 6;
  }

  private static void list(
      Page page, int row, int column, String heading, String name, String... words) {
    page.text(row, column, heading, page.look.heading(Look.NAVY));
    for (int i = 0; i < words.length; i++) {
      page.text(row + 1 + i, column, words[i], page.look.body());
    }
    page.name(name, row + 1, column, row + words.length, column);
  }

  private static int words(Page page, int first, String title, String[][] words) {
    int row = section(page, first, title);
    for (String[] word : words) {
      page.text(row, 0, word[0], page.look.label());
      page.prose(row, 1, 6, word[1], page.look.body());
      page.height(row, 30 > word[0].length() + 8 ? 18 : 31);
      row++;
    }
    return row;
  }

  private static int tables(Page page, int first) {
    int row = section(page, first, "Safeguards, and what the evidence says");
    new TemplateTable(
            page,
            "Safeguards",
            row,
            ReferenceSheet.SafeguardColumn.class,
            of("Safeguard", 0),
            of("Family", 0),
            of("State", 0, Kind.STATE),
            of("Checks passed", 0, Kind.NUMBER),
            of("Checks failed", 0, Kind.NUMBER),
            of("Not assessed", 0, Kind.NUMBER),
            of("Statement", 0),
            of("Why", 0))
        .rows(18);
    row = section(page, row + 3, "Questions that only people can answer");
    new TemplateTable(
            page,
            "Questions",
            row,
            ReferenceSheet.QuestionColumn.class,
            of("Question id", 0),
            of("Safeguard", 0),
            of("Family", 0),
            of("Who would know", 0),
            of("State", 0, Kind.STATE),
            of("Citations", 0),
            of("Question", 0),
            of("What a good answer looks like", 0))
        .rows(18);
    row = section(page, row + 3, "Rules that were applied");
    new TemplateTable(
            page,
            "Rules",
            row,
            ReferenceSheet.RuleColumn.class,
            of("Rule", 0),
            of("Area", 0),
            of("Severity", 0, Kind.SEVERITY),
            of("Safeguards", 0),
            of("Checks failed", 0, Kind.NUMBER),
            of("Not assessed", 0, Kind.NUMBER),
            of("What should hold, and why", 0),
            of("What a pass does not prove", 0))
        .rows(18);
    return row + 2;
  }
}
