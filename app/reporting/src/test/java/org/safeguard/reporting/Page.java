package org.safeguard.reporting;

import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A sheet of the template while it is laid out. Rows and columns count from 0.
final class Page {

  final XSSFWorkbook book;
  final XSSFSheet sheet;
  final Look look;

  Page(XSSFWorkbook book, Look look, String name, String tab) {
    this.book = book;
    this.look = look;
    this.sheet = book.createSheet(name);
    sheet.setTabColor(Look.colour(tab));
    sheet.setDisplayGridlines(false);
    print();
  }

  private void print() {
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PaperSize.LETTER_PAPER);
    sheet.getPrintSetup().setPageOrder(org.apache.poi.ss.usermodel.PageOrder.OVER_THEN_DOWN);
    fitTo(1);
    sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.LEFT, 0.5);
    sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.RIGHT, 0.5);
    sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.TOP, 0.6);
    sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.BOTTOM, 0.6);
    // The space keeps a client whose name begins with a digit from changing the size of the font.
    sheet.getHeader().setLeft("&9 ${client}");
    sheet.getHeader().setRight("&9 ${title}");
    sheet.getFooter().setLeft("&9 Confidential. Assessed ${assessed-on}, ${assessment-id}");
    sheet.getFooter().setCenter("&9&A");
    sheet.getFooter().setRight("&9 Page &P of &N");
  }

  /// Fits that many pages side by side, as many as needed below one another.
  void fitTo(int pagesWide) {
    sheet.setFitToPage(true);
    PrintSetup setup = sheet.getPrintSetup();
    setup.setFitWidth((short) pagesWide);
    setup.setFitHeight((short) 0);
  }

  void widths(double... characters) {
    for (int i = 0; i < characters.length; i++) {
      sheet.setColumnWidth(i, (int) Math.round(characters[i] * 256));
    }
  }

  XSSFRow row(int row) {
    return sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
  }

  void height(int row, double points) {
    row(row).setHeightInPoints((float) points);
  }

  XSSFCell cell(int row, int column, XSSFCellStyle style) {
    XSSFCell cell = row(row).getCell(column);
    if (cell == null) {
      cell = row(row).createCell(column);
    }
    cell.setCellStyle(style);
    return cell;
  }

  void text(int row, int column, String text, XSSFCellStyle style) {
    cell(row, column, style).setCellValue(text);
  }

  void formula(int row, int column, String formula, XSSFCellStyle style) {
    cell(row, column, style).setCellFormula(formula);
  }

  /// Text over several columns.
  void wide(int row, int from, int to, String text, XSSFCellStyle style) {
    for (int column = from; column <= to; column++) {
      cell(row, column, style);
    }
    if (to > from) {
      sheet.addMergedRegion(new CellRangeAddress(row, row, from, to));
    }
    row(row).getCell(from).setCellValue(text);
  }

  /// Fixed wording over several columns, in a row high enough for it.
  void prose(int row, int from, int to, String text, XSSFCellStyle style) {
    wide(row, from, to, text, style);
    double width = 0;
    for (int column = from; column <= to; column++) {
      width += sheet.getColumnWidth(column) / 256.0;
    }
    height(row, Math.max(row(row).getHeightInPoints(), Lines.height(Lines.of(text, width))));
  }

  /// The dark band that every sheet begins with.
  void band(String title, String subtitle, int columns) {
    wide(0, 0, columns - 1, title, look.title());
    height(0, 30);
    wide(1, 0, columns - 1, subtitle, look.subtitle());
    height(1, 18);
  }

  void name(String name, int row, int column, int lastRow, int lastColumn) {
    XSSFName defined = book.createName();
    defined.setNameName(name);
    String from = new CellReference(sheet.getSheetName(), row, column, true, true).formatAsString();
    String to = new CellReference(lastRow, lastColumn, true, true).formatAsString();
    defined.setRefersToFormula(row == lastRow && column == lastColumn ? from : from + ":" + to);
  }
}
