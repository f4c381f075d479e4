package org.safeguard.reporting;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Colours, fonts and cell styles of the built-in template, each made once.
final class Look {

  static final String NAVY = "1F3A5F";
  static final String TEAL = "2A7F8E";
  static final String PALE = "EEF2F7";
  static final String LINE = "C9D1DB";
  static final String GREY = "6B7785";
  static final String EDIT = "FFF9DB";

  /// Very Low to Very High: each darker than the one before, so that it reads in grey too.
  static final String[] LEVELS = {"F3F1EA", "FBE3B0", "F5B562", "DD6B2F", "8E1B1B"};

  static final String CONTRADICTED = "8E1B1B";
  static final String SUPPORTED = "2A7F8E";
  static final String ATTESTATION = "E2B04A";
  static final String UNKNOWN = "9AA3AE";

  static final String FONT = "Arial";

  private final XSSFWorkbook book;
  private final Map<String, XSSFCellStyle> styles = new HashMap<>();

  Look(XSSFWorkbook book) {
    this.book = book;
    XSSFFont standard = book.getFontAt(0);
    standard.setFontName(FONT);
    standard.setFontHeightInPoints((short) 10);
    standard.setScheme(org.apache.poi.ss.usermodel.FontScheme.NONE);
  }

  static XSSFColor colour(String hex) {
    return new XSSFColor(java.util.HexFormat.of().parseHex(hex), new DefaultIndexedColorMap());
  }

  /// A style by name; `how` is asked only the first time.
  XSSFCellStyle style(String name, Consumer<XSSFCellStyle> how) {
    return styles.computeIfAbsent(
        name,
        _ -> {
          XSSFCellStyle style = book.createCellStyle();
          style.setVerticalAlignment(VerticalAlignment.TOP);
          how.accept(style);
          return style;
        });
  }

  XSSFFont font(int points, boolean bold, String colour) {
    XSSFFont font = book.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    font.setColor(colour(colour));
    return font;
  }

  static void fill(XSSFCellStyle style, String colour) {
    style.setFillForegroundColor(colour(colour));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  static void box(XSSFCellStyle style) {
    for (var side : org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder.BorderSide.values()) {
      style.setBorderColor(side, colour(LINE));
    }
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
  }

  XSSFCellStyle title() {
    return style(
        "title",
        s -> {
          s.setFont(font(18, true, "FFFFFF"));
          fill(s, NAVY);
          s.setVerticalAlignment(VerticalAlignment.CENTER);
          s.setAlignment(HorizontalAlignment.LEFT);
          s.setIndention((short) 1);
        });
  }

  XSSFCellStyle subtitle() {
    return style(
        "subtitle",
        s -> {
          s.setFont(font(10, false, "FFFFFF"));
          fill(s, NAVY);
          s.setVerticalAlignment(VerticalAlignment.CENTER);
          s.setAlignment(HorizontalAlignment.LEFT);
          s.setIndention((short) 1);
        });
  }

  XSSFCellStyle section() {
    return style(
        "section",
        s -> {
          s.setFont(font(12, true, NAVY));
          s.setVerticalAlignment(VerticalAlignment.CENTER);
          s.setBorderBottom(BorderStyle.MEDIUM);
          s.setBottomBorderColor(colour(TEAL));
        });
  }

  XSSFCellStyle note() {
    return style(
        "note",
        s -> {
          s.setFont(font(9, false, GREY));
          s.setWrapText(true);
        });
  }

  XSSFCellStyle prose() {
    return style(
        "prose",
        s -> {
          s.setFont(font(10, false, "222222"));
          s.setWrapText(true);
        });
  }

  XSSFCellStyle lead() {
    return style(
        "lead",
        s -> {
          s.setFont(font(11, false, "222222"));
          s.setWrapText(true);
          s.setVerticalAlignment(VerticalAlignment.CENTER);
        });
  }

  XSSFCellStyle label() {
    return style(
        "label",
        s -> {
          s.setFont(font(10, true, NAVY));
          fill(s, PALE);
          box(s);
          s.setWrapText(true);
        });
  }

  XSSFCellStyle heading(String colour) {
    return style(
        "heading" + colour,
        s -> {
          s.setFont(font(10, true, "FFFFFF"));
          fill(s, colour);
          box(s);
          s.setWrapText(true);
          s.setVerticalAlignment(VerticalAlignment.CENTER);
        });
  }

  /// A body cell: text that stays text, even when somebody edits it.
  XSSFCellStyle body() {
    return style("body", s -> bodyOf(s, "222222"));
  }

  XSSFCellStyle number() {
    return style(
        "number",
        s -> {
          bodyOf(s, "222222");
          s.setQuotePrefixed(false);
          s.setAlignment(HorizontalAlignment.RIGHT);
          s.setIndention((short) 1);
          s.setDataFormat(book.createDataFormat().getFormat("#,##0"));
        });
  }

  XSSFCellStyle day() {
    return style(
        "day",
        s -> {
          bodyOf(s, "222222");
          s.setQuotePrefixed(false);
          s.setAlignment(HorizontalAlignment.LEFT);
          s.setDataFormat(book.createDataFormat().getFormat("yyyy\\-mm\\-dd"));
        });
  }

  /// A computed cell: grey italics would read as disabled, so only the fill differs.
  XSSFCellStyle computed() {
    return style(
        "computed",
        s -> {
          bodyOf(s, "222222");
          s.setQuotePrefixed(false);
          fill(s, PALE);
        });
  }

  XSSFCellStyle computedDay() {
    return style(
        "computedDay",
        s -> {
          bodyOf(s, "222222");
          s.setQuotePrefixed(false);
          fill(s, PALE);
          s.setAlignment(HorizontalAlignment.LEFT);
          s.setDataFormat(book.createDataFormat().getFormat("yyyy\\-mm\\-dd"));
        });
  }

  XSSFCellStyle edit() {
    return style(
        "edit",
        s -> {
          bodyOf(s, "222222");
          s.setQuotePrefixed(false);
          fill(s, EDIT);
        });
  }

  XSSFCellStyle editDay() {
    return style(
        "editDay",
        s -> {
          bodyOf(s, "222222");
          s.setQuotePrefixed(false);
          fill(s, EDIT);
          s.setAlignment(HorizontalAlignment.LEFT);
          s.setDataFormat(book.createDataFormat().getFormat("yyyy\\-mm\\-dd"));
        });
  }

  XSSFCellStyle link() {
    return style(
        "link",
        s -> {
          bodyOf(s, "1A5FB4");
          s.setQuotePrefixed(false);
          XSSFFont font = font(10, false, "1A5FB4");
          font.setUnderline(XSSFFont.U_SINGLE);
          s.setFont(font);
        });
  }

  private void bodyOf(XSSFCellStyle style, String colour) {
    style.setFont(font(10, false, colour));
    style.setWrapText(true);
    style.setQuotePrefixed(true);
    box(style);
  }
}
