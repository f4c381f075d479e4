package org.safeguard.reporting;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.HeaderFooter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/// Puts values in place of `${name}` in the fixed part of a sheet. A name nobody knows stays as it
/// is, so that a mistake in a template can be seen.
final class Placeholders {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z-]+)}");

  private final Map<String, String> values;

  Placeholders(Map<String, String> values) {
    this.values = values;
  }

  void fill(XSSFSheet sheet) {
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().contains("${")) {
          fill(sheet, row, cell);
        }
      }
    }
    fill(sheet.getHeader());
    fill(sheet.getFooter());
  }

  private void fill(XSSFSheet sheet, Row row, Cell cell) {
    String text = filled(cell.getStringCellValue(), "");
    cell.setCellValue(CellText.of(text));
    if (cell.getCellStyle().getWrapText()) {
      double points =
          cell.getSheet()
              .getWorkbook()
              .getFontAt(cell.getCellStyle().getFontIndex())
              .getFontHeightInPoints();
      int lines = Lines.of(text, width(sheet, cell) * 10 / points);
      float height = (float) (lines * points * 1.3 + 6);
      row.setHeightInPoints(Math.min(409, Math.max(row.getHeightInPoints(), height)));
    }
  }

  private void fill(HeaderFooter lines) {
    // In a header or footer & begins a code; && is the character.
    if ((lines.getLeft() + lines.getCenter() + lines.getRight()).contains("${")) {
      lines.setLeft(filled(lines.getLeft(), "&"));
      lines.setCenter(filled(lines.getCenter(), "&"));
      lines.setRight(filled(lines.getRight(), "&"));
    }
  }

  private String filled(String text, String doubled) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            match -> {
              String value = values.getOrDefault(match.group(1), match.group());
              return Matcher.quoteReplacement(
                  doubled.isEmpty() ? value : shortLine(value).replace(doubled, doubled + doubled));
            });
  }

  private static String shortLine(String value) {
    return CellText.cut(value.replaceAll("\\p{Cntrl}+", " "), 80);
  }

  private static double width(XSSFSheet sheet, Cell cell) {
    for (CellRangeAddress merged : sheet.getMergedRegions()) {
      if (merged.isInRange(cell)) {
        double width = 0;
        for (int column = merged.getFirstColumn(); column <= merged.getLastColumn(); column++) {
          width += sheet.getColumnWidth(column) / 256.0;
        }
        return width;
      }
    }
    return sheet.getColumnWidth(cell.getColumnIndex()) / 256.0;
  }
}
