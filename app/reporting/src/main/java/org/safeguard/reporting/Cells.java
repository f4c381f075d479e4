package org.safeguard.reporting;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/// A named range of fixed size, filled in place. A formula that stands in the template stays, and
/// gets the value it has now. Merged cells count as one column.
final class Cells {

  private final XSSFSheet sheet;
  private final int top;
  private final int rows;
  private final List<Integer> columns;
  private final int end;

  Cells(Template template, String name) {
    AreaReference area = template.area(name);
    this.sheet = template.sheetOf(name);
    this.top = area.getFirstCell().getRow();
    this.rows = area.getLastCell().getRow() - top + 1;
    this.columns = columns(sheet, area);
    this.end = area.getLastCell().getCol() + 1;
  }

  int rows() {
    return rows;
  }

  void number(int row, int column, double value) {
    cell(row, column).setCellValue(value);
  }

  /// Writes text. Empty text into a formula says that its value now is empty.
  void text(int row, int column, String text) {
    String fitting = CellText.of(text);
    XSSFCell cell = cell(row, column);
    cell.setCellValue(fitting);
    if (cell.getCellStyle().getWrapText()) {
      XSSFRow line = cell.getRow();
      int lines = Lines.of(fitting, width(column));
      line.setHeightInPoints(Math.max(line.getHeightInPoints(), Lines.height(lines)));
    }
  }

  void formula(int row, int column, String formula, String value) {
    XSSFCell cell = cell(row, column);
    cell.setCellFormula(formula);
    cell.setCellValue(value);
  }

  /// Hides a row that nothing fills.
  void hide(int row) {
    sheet.getRow(top + row).setZeroHeight(true);
  }

  private XSSFCell cell(int row, int column) {
    return sheet.getRow(top + row).getCell(columns.get(column));
  }

  private double width(int column) {
    int from = columns.get(column);
    int to = column + 1 < columns.size() ? columns.get(column + 1) : end;
    double width = 0;
    for (int i = from; i < to; i++) {
      width += sheet.getColumnWidth(i) / 256.0;
    }
    return width;
  }

  private static List<Integer> columns(XSSFSheet sheet, AreaReference area) {
    int row = area.getFirstCell().getRow();
    List<CellRangeAddress> merged =
        sheet.getMergedRegions().stream().filter(region -> region.getFirstRow() == row).toList();
    List<Integer> columns = new ArrayList<>();
    for (int i = area.getFirstCell().getCol(); i <= area.getLastCell().getCol(); i++) {
      int column = i;
      if (merged.stream()
          .noneMatch(m -> m.getFirstColumn() < column && column <= m.getLastColumn())) {
        columns.add(column);
      }
    }
    return columns;
  }
}
