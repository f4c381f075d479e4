package org.safeguard.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;

/// One row of a [Table]. Text is always written as text, whatever it begins with.
///
/// @param <C> the columns
final class TableRow<C extends Enum<C>> {

  private final SXSSFRow row;
  private final SampleRow sample;
  private final int mostLines;
  private int lines = 1;

  TableRow(SXSSFRow row, SampleRow sample, int mostLines) {
    this.row = row;
    this.sample = sample;
    this.mostLines = mostLines;
    for (int i = 0; i < sample.styles().length; i++) {
      row.createCell(sample.firstColumn() + i).setCellStyle(sample.styles()[i]);
    }
  }

  /// Its number as formulas count, from 1.
  int number() {
    return row.getRowNum() + 1;
  }

  TableRow<C> text(C column, String text) {
    String fitting = CellText.of(text);
    if (!fitting.isEmpty()) {
      cell(column).setCellValue(fitting);
      grow(column, fitting);
    }
    return this;
  }

  TableRow<C> number(C column, long number) {
    cell(column).setCellValue(number);
    return this;
  }

  /// The day of a time, in UTC.
  TableRow<C> day(C column, Instant time) {
    cell(column).setCellValue(LocalDate.ofInstant(time, ZoneOffset.UTC));
    return this;
  }

  /// A formula with the value it has now, for viewers that do not calculate.
  TableRow<C> formula(C column, String formula, String value) {
    Cell cell = cell(column);
    cell.setCellFormula(formula);
    cell.setCellValue(value);
    grow(column, value);
    return this;
  }

  /// A formula whose value now is a number.
  TableRow<C> formula(C column, String formula, double value) {
    Cell cell = cell(column);
    cell.setCellFormula(formula);
    cell.setCellValue(value);
    return this;
  }

  /// Ends the row: its height fits its text, up to what the table allows.
  void end() {
    row.setHeightInPoints(Lines.height(lines));
  }

  private SXSSFCell cell(C column) {
    return row.getCell(sample.firstColumn() + column.ordinal());
  }

  private void grow(C column, String text) {
    int index = column.ordinal();
    if (lines < mostLines && sample.styles()[index].getWrapText()) {
      String visible = CellText.cut(text, 4_000); // more never fits a row
      lines = Math.min(mostLines, Math.max(lines, Lines.of(visible, sample.widths()[index])));
    }
  }
}
