package org.safeguard.reporting;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.safeguard.model.risk.Level;

/// Lays out the summary: key figures, the overall picture, heat map, charts, the ten worst risks,
/// the gaps, and the figures behind the charts.
final class SummaryTemplate {

  static final int COLUMNS = 12;

  private static final int FIGURES = 3;
  private static final int PICTURE = 6;
  private static final int MAP = 9;
  private static final int CHARTS = 21;
  private static final int WORST = 33;
  private static final int GAPS = 47;
  private static final int BEHIND = 59;

  private SummaryTemplate() {}

  static void lay(Page page) {
    double[] widths = new double[COLUMNS];
    java.util.Arrays.fill(widths, 12.5);
    page.widths(widths);
    page.band("Summary", "${client}. Assessed ${assessed-on}.", COLUMNS);
    figures(page);
    section(page, PICTURE, 0, COLUMNS - 1, "The overall picture");
    page.wide(PICTURE + 1, 0, COLUMNS - 1, "${overall-picture}", page.look.lead());
    heatMap(page);
    worst(page);
    gaps(page);
    behind(page);
    SummaryCharts.draw(page, MAP + 1, CHARTS + 1, BEHIND + 2);
    page.sheet.setRowBreak(WORST - 1);
    page.height(FIGURES - 1, 8);
    page.height(PICTURE - 1, 8);
    page.height(MAP - 1, 8);
    page.height(CHARTS, 8);
    page.book.setPrintArea(page.book.getSheetIndex(page.sheet), 0, COLUMNS - 1, 0, BEHIND + 7);
  }

  private static void section(Page page, int row, int from, int to, String text) {
    page.wide(row, from, to, text, page.look.section());
    page.height(row, 22);
  }

  private static void figures(Page page) {
    String[][] cards = {
      {"", "High and Very High risks now"},
      {"${count-risks}", "risks in the register"},
      {"${count-assets}", "workloads assessed"},
      {"${count-failed}", "checks failed"},
      {"${count-not-assessed}", "checks not assessed"},
      {"${count-attestations}", "provisions need attestation"},
    };
    page.height(FIGURES, 36);
    page.height(FIGURES + 1, 20);
    for (int i = 0; i < cards.length; i++) {
      page.wide(FIGURES, 2 * i, 2 * i + 1, cards[i][0], card(page, true));
      page.wide(FIGURES + 1, 2 * i, 2 * i + 1, cards[i][1], card(page, false));
    }
    page.formula(
        FIGURES,
        0,
        "COUNTIF(RegisterLevelNow,\"High\")+COUNTIF(RegisterLevelNow,\"Very High\")",
        card(page, true));
    page.name("HighRisks", FIGURES, 0, FIGURES, 0);
  }

  private static XSSFCellStyle card(Page page, boolean number) {
    return page.look.style(
        "card" + number,
        s -> {
          s.setFont(page.look.font(number ? 22 : 9, number, Look.NAVY));
          Look.fill(s, Look.PALE);
          s.setAlignment(HorizontalAlignment.CENTER);
          s.setVerticalAlignment(VerticalAlignment.CENTER);
          s.setBorderLeft(BorderStyle.THICK);
          s.setBorderRight(BorderStyle.THICK);
          s.setLeftBorderColor(Look.colour("FFFFFF"));
          s.setRightBorderColor(Look.colour("FFFFFF"));
        });
  }

  private static void heatMap(Page page) {
    section(page, MAP, 0, 5, "Heat map: how many risks, by likelihood and impact");
    section(page, MAP, 6, COLUMNS - 1, "Risks by level, now and after the planned treatment");
    page.text(MAP + 1, 0, "Likelihood \\ Impact", axis(page));
    page.height(MAP + 1, 28);
    int most = Level.values().length - 1;
    for (Level level : Level.values()) {
      page.text(MAP + 1, 1 + level.ordinal(), level.title(), axis(page));
      int row = MAP + 2 + 2 * (most - level.ordinal());
      page.text(row, 0, level.title(), axis(page));
      page.cell(row + 1, 0, axis(page));
      page.sheet.addMergedRegion(new CellRangeAddress(row, row + 1, 0, 0));
      page.height(row, 17);
      page.height(row + 1, 12);
    }
    for (Level likelihood : Level.values()) {
      int row = MAP + 2 + 2 * (most - likelihood.ordinal());
      for (Level impact : Level.values()) {
        Level level = Matrices.riskLevel(likelihood, impact);
        page.formula(
            row,
            1 + impact.ordinal(),
            "COUNTIFS(RegisterLikelihoodNow,\"%s\",RegisterImpactNow,\"%s\")"
                .formatted(likelihood.title(), impact.title()),
            mapCell(page, level, true));
        page.text(row + 1, 1 + impact.ordinal(), level.title(), mapCell(page, level, false));
      }
    }
    page.name("HeatMap", MAP + 2, 1, MAP + 11, 5);
  }

  private static XSSFCellStyle axis(Page page) {
    return page.look.style(
        "axis",
        s -> {
          s.setFont(page.look.font(9, true, Look.NAVY));
          s.setAlignment(HorizontalAlignment.CENTER);
          s.setVerticalAlignment(VerticalAlignment.CENTER);
          s.setWrapText(true);
          Look.box(s);
        });
  }

  /// The count above the word of the level, as one box; a dash where there is no risk.
  private static XSSFCellStyle mapCell(Page page, Level level, boolean count) {
    String colour = Look.LEVELS[level.ordinal()];
    String ink = WordColours.dark(colour) ? "FFFFFF" : "222222";
    return page.look.style(
        "map" + level + count,
        s -> {
          s.setFont(page.look.font(count ? 12 : 8, count, ink));
          Look.fill(s, colour);
          Look.box(s);
          s.setAlignment(HorizontalAlignment.CENTER);
          s.setDataFormat(page.book.createDataFormat().getFormat("#,##0;;\\–"));
          if (count) {
            s.setVerticalAlignment(VerticalAlignment.BOTTOM);
            s.setBorderBottom(BorderStyle.NONE);
          } else {
            s.setBorderTop(BorderStyle.NONE);
          }
        });
  }

  private static void worst(Page page) {
    section(page, WORST, 0, COLUMNS - 1, "The ten worst risks: who owns them, and by when");
    int heading = WORST + 1;
    page.height(heading, 18);
    String[] words = {"#", "Risk", "", "What can happen", "", "", "", "Level now", "ePHI"};
    for (int i = 0; i < words.length; i++) {
      page.text(heading, i, words[i], page.look.heading(Look.NAVY));
    }
    page.text(heading, 9, "Findings", page.look.heading(Look.NAVY));
    page.text(heading, 10, "Owner", page.look.heading(Look.NAVY));
    page.text(heading, 11, "Due", page.look.heading(Look.NAVY));
    merge(page, heading);
    for (int i = 0; i < 10; i++) {
      int row = heading + 1 + i;
      for (int column = 0; column < COLUMNS; column++) {
        page.cell(row, column, page.look.body());
      }
      page.cell(row, 0, page.look.number()).setCellValue(i + 1);
      page.cell(row, 1, page.look.link());
      page.cell(row, 2, page.look.link());
      page.cell(row, 9, page.look.number());
      look(page, row, 7, "RegisterLevelNow", page.look.body());
      look(page, row, 10, "RegisterOwner", page.look.computed());
      look(page, row, 11, "RegisterDue", page.look.computedDay());
      merge(page, row);
    }
    page.name("TenWorst", heading + 1, 0, heading + 10, COLUMNS - 1);
    WordColours.levels(page.sheet, new CellRangeAddress(heading + 1, heading + 10, 7, 7));
  }

  private static void merge(Page page, int row) {
    page.sheet.addMergedRegion(new CellRangeAddress(row, row, 1, 2));
    page.sheet.addMergedRegion(new CellRangeAddress(row, row, 3, 6));
  }

  private static void look(Page page, int row, int column, String wanted, XSSFCellStyle style) {
    String found = "INDEX(" + wanted + ",MATCH($B" + (row + 1) + ",RegisterId,0))";
    page.formula(
        row,
        column,
        "IF($B" + (row + 1) + "=\"\",\"\",IF(" + found + "=\"\",\"\"," + found + "))",
        style);
  }

  private static void gaps(Page page) {
    section(page, GAPS, 0, COLUMNS - 1, "What was not assessed, and why");
    int heading = GAPS + 1;
    page.height(heading, 18);
    page.wide(heading, 0, 2, "Why", page.look.heading(Look.NAVY));
    page.text(heading, 3, "Checks", page.look.heading(Look.NAVY));
    page.wide(
        heading,
        4,
        COLUMNS - 1,
        "What it means and what would settle it",
        page.look.heading(Look.NAVY));
    int causes = org.safeguard.model.fact.Cause.Code.values().length;
    for (int i = 1; i <= causes; i++) {
      page.wide(heading + i, 0, 2, "", page.look.body());
      page.cell(heading + i, 3, page.look.number());
      page.wide(heading + i, 4, COLUMNS - 1, "", page.look.body());
      page.height(heading + i, 17);
    }
    page.name("Gaps", heading + 1, 0, heading + causes, COLUMNS - 1);
  }

  private static void behind(Page page) {
    section(page, BEHIND, 0, COLUMNS - 1, "Figures behind the charts");
    heading(page, 0, "Level", "Now", "After");
    int most = Level.values().length - 1;
    for (Level level : Level.values()) {
      int row = BEHIND + 2 + most - level.ordinal();
      page.text(row, 0, level.title(), page.look.label());
      page.formula(row, 1, "COUNTIF(RegisterLevelNow,$A" + (row + 1) + ")", page.look.number());
      page.formula(
          row, 2, "COUNTIF(RegisterResidualLevel,$A" + (row + 1) + ")", page.look.number());
    }
    page.name("RisksByLevel", BEHIND + 2, 1, BEHIND + 6, 2);
    list(
        page,
        4,
        "Checks",
        "VerdictsByStatus",
        "Failed",
        "Not assessed",
        "Passed",
        "Not applicable");
    list(
        page,
        8,
        "Safeguards",
        "SafeguardsByState",
        "Contradicted",
        "Not assessed",
        "Attestation needed",
        "Supported");
  }

  private static void heading(Page page, int column, String... words) {
    for (int i = 0; i < words.length; i++) {
      page.text(BEHIND + 1, column + i, words[i], page.look.heading(Look.NAVY));
    }
  }

  private static void list(Page page, int column, String title, String name, String... words) {
    heading(page, column, title, "", "Number");
    page.sheet.addMergedRegion(new CellRangeAddress(BEHIND + 1, BEHIND + 1, column, column + 1));
    for (int i = 0; i < words.length; i++) {
      page.wide(BEHIND + 2 + i, column, column + 1, words[i], page.look.label());
      page.cell(BEHIND + 2 + i, column + 2, page.look.number());
    }
    page.name(name, BEHIND + 2, column + 2, BEHIND + 1 + words.length, column + 2);
  }
}
