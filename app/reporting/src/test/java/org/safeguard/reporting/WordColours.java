package org.safeguard.reporting;

import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.safeguard.model.risk.Level;

/// Conditional formats that colour a word; the word stays, so nothing depends on the colour.
final class WordColours {

  private WordColours() {}

  static void levels(XSSFSheet sheet, CellRangeAddress where) {
    for (Level level : Level.values()) {
      word(sheet, where, level.title(), Look.LEVELS[level.ordinal()]);
    }
  }

  static void severities(XSSFSheet sheet, CellRangeAddress where) {
    String[] words = {"Info", "Low", "Medium", "High", "Critical"};
    for (int i = 0; i < words.length; i++) {
      word(sheet, where, words[i], Look.LEVELS[i]);
    }
  }

  static void states(XSSFSheet sheet, CellRangeAddress where) {
    word(sheet, where, "Contradicted", "E8A08C");
    word(sheet, where, "Attestation needed", Look.LEVELS[1]);
    word(sheet, where, "Not assessed", "DDE1E6");
    word(sheet, where, "Supported", "BFE0E2");
    word(sheet, where, "Captured", "BFE0E2");
    word(sheet, where, "Forbidden", Look.LEVELS[2]);
    word(sheet, where, "Absent", Look.LEVELS[1]);
    word(sheet, where, "Partial", Look.LEVELS[1]);
    word(sheet, where, "Failed", Look.LEVELS[2]);
    word(sheet, where, "Unknown", "DDE1E6");
    word(sheet, where, "unknown", "DDE1E6");
  }

  private static void word(XSSFSheet sheet, CellRangeAddress where, String word, String colour) {
    XSSFSheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
    ConditionalFormattingRule rule =
        formats.createConditionalFormattingRule(ComparisonOperator.EQUAL, "\"" + word + "\"");
    PatternFormatting pattern = rule.createPatternFormatting();
    pattern.setFillBackgroundColor(Look.colour(colour));
    pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
    if (dark(colour)) {
      FontFormatting font = rule.createFontFormatting();
      font.setFontColor(Look.colour("FFFFFF"));
      font.setFontStyle(false, true);
    }
    formats.addConditionalFormatting(new CellRangeAddress[] {where}, rule);
  }

  static boolean dark(String colour) {
    int rgb = Integer.parseInt(colour, 16);
    double luminance = 0.299 * (rgb >> 16) + 0.587 * ((rgb >> 8) & 0xff) + 0.114 * (rgb & 0xff);
    return luminance < 120;
  }
}
