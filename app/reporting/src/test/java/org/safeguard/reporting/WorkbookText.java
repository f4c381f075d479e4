package org.safeguard.reporting;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// The cells of a workbook as text, one a line: `sheet!cell = value | formula`.
final class WorkbookText {

  private static final int SHOWN = 160;

  private WorkbookText() {}

  static String of(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    try (XSSFWorkbook book = new XSSFWorkbook(file.toFile().getPath())) {
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() != CellType.BLANK) {
              text.append(line(cell)).append('\n');
            }
          }
        }
      }
      book.getAllNames().stream()
          .map(name -> "name " + name.getNameName() + " = " + name.getRefersToFormula() + "\n")
          .sorted()
          .forEach(text::append);
    }
    return text.toString();
  }

  private static String line(Cell cell) {
    boolean formula = cell.getCellType() == CellType.FORMULA;
    CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
    return cell.getSheet().getSheetName()
        + "!"
        + cell.getAddress()
        + " = "
        + value(cell, type)
        + (formula ? " | " + cell.getCellFormula() : "");
  }

  private static String value(Cell cell, CellType type) {
    if (type == CellType.NUMERIC) {
      return DateUtil.isCellDateFormatted(cell)
          ? cell.getLocalDateTimeCellValue().toString()
          : Double.toString(cell.getNumericCellValue());
    }
    String text = cell.getStringCellValue().replace("\\", "\\\\").replace("\n", "\\n");
    return text.length() <= SHOWN
        ? text
        : CellText.cut(text, SHOWN) + "… (" + text.length() + " characters)";
  }
}
