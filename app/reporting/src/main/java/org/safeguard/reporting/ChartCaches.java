package org.safeguard.reporting;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumRef;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumVal;

/// Puts the values of the cells into the charts over them, for viewers that do not calculate.
final class ChartCaches {

  private ChartCaches() {}

  static void refresh(XSSFWorkbook workbook) {
    workbook.forEach(
        sheet -> {
          XSSFDrawing drawing = ((XSSFSheet) sheet).getDrawingPatriarch();
          if (drawing != null) {
            drawing.getCharts().forEach(chart -> refresh(workbook, chart));
          }
        });
  }

  private static void refresh(XSSFWorkbook workbook, XSSFChart chart) {
    try (XmlCursor cursor = chart.getCTChart().newCursor()) {
      while (cursor.hasNextToken()) {
        XmlObject object = cursor.isStart() ? cursor.getObject() : null;
        if (object instanceof CTNumRef numbers) {
          refresh(workbook, numbers);
        }
        cursor.toNextToken();
      }
    }
  }

  private static void refresh(XSSFWorkbook workbook, CTNumRef numbers) {
    if (!numbers.isSetNumCache()) {
      return;
    }
    AreaReference area = new AreaReference(numbers.getF(), SpreadsheetVersion.EXCEL2007);
    CellReference[] cells = area.getAllReferencedCells();
    for (CTNumVal point : numbers.getNumCache().getPtList()) {
      if (point.getIdx() < cells.length) {
        point.setV(text(cell(workbook, cells[(int) point.getIdx()])));
      }
    }
  }

  private static @Nullable Cell cell(XSSFWorkbook workbook, CellReference place) {
    var row = workbook.getSheet(place.getSheetName()).getRow(place.getRow());
    return row == null ? null : row.getCell(place.getCol());
  }

  private static String text(@Nullable Cell cell) {
    if (cell == null) {
      return "0";
    }
    boolean number =
        cell.getCellType() == CellType.NUMERIC
            || (cell.getCellType() == CellType.FORMULA
                && cell.getCachedFormulaResultType() == CellType.NUMERIC);
    double value = number ? cell.getNumericCellValue() : 0;
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
