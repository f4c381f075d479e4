package org.safeguard.reporting;

import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/// The row of a template under a table's heading: it shows how each row is to look, and is
/// replaced by the rows.
///
/// @param row its place in the template, from 0
/// @param firstColumn from 0
/// @param styles one for each column
/// @param widths in characters, one for each column
record SampleRow(int row, int firstColumn, XSSFCellStyle[] styles, double[] widths) {

  static SampleRow take(XSSFSheet sheet, AreaReference area) {
    int row = area.getFirstCell().getRow();
    int first = area.getFirstCell().getCol();
    int count = area.getLastCell().getCol() - first + 1;
    XSSFCellStyle[] styles = new XSSFCellStyle[count];
    double[] widths = new double[count];
    XSSFRow cells = sheet.getRow(row);
    for (int i = 0; i < count; i++) {
      XSSFCell cell = cells == null ? null : cells.getCell(first + i);
      styles[i] = cell == null ? sheet.getWorkbook().getCellStyleAt(0) : cell.getCellStyle();
      widths[i] = sheet.getColumnWidth(first + i) / 256.0;
    }
    return new SampleRow(row, first, styles, widths);
  }
}
