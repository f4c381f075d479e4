package org.safeguard.reporting;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/// A row of the template that moves down because the table above it grows.
///
/// @param offset its distance from the first row that moves with it
/// @param height in points
/// @param cells its cells with text
record FixedRow(int offset, float height, List<FixedCell> cells) {

  record FixedCell(int column, String text, CellStyle style) {}

  static List<FixedRow> take(XSSFSheet sheet, int from, int to, int origin) {
    List<FixedRow> rows = new ArrayList<>();
    for (int number = from; number <= to; number++) {
      Row row = sheet.getRow(number);
      if (row != null) {
        List<FixedCell> cells = new ArrayList<>();
        for (Cell cell : row) {
          cells.add(
              new FixedCell(cell.getColumnIndex(), cell.getStringCellValue(), cell.getCellStyle()));
        }
        rows.add(new FixedRow(number - origin, row.getHeightInPoints(), cells));
      }
    }
    return rows;
  }

  static void remove(XSSFSheet sheet, int from, int to) {
    for (int number = from; number <= to; number++) {
      if (sheet.getRow(number) != null) {
        sheet.removeRow(sheet.getRow(number));
      }
    }
  }

  void write(SXSSFRow row) {
    row.setHeightInPoints(height);
    for (FixedCell fixed : cells) {
      Cell cell = row.createCell(fixed.column());
      cell.setCellStyle(fixed.style());
      if (!fixed.text().isEmpty()) {
        cell.setCellValue(CellText.of(fixed.text()));
      }
    }
  }
}
