package org.safeguard.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;

/// Everything on a sheet that names a range: defined names, print areas, data validations,
/// conditional formats and tables. What ends in a sample row grows over the rows that replace it.
final class Extents {

  /// One area of one sheet. A template may name other things, such as constants or columns.
  private static final Pattern AREA =
      Pattern.compile("('([^']|'')+'|[^'!,()]+)!\\$?[A-Z]+\\$?\\d+(:\\$?[A-Z]+\\$?\\d+)?");

  /// The rows that replace a sample row, all from 0.
  private record Rows(int first, int last) {}

  private final XSSFSheet sheet;
  private final Map<Integer, Rows> rowsOfSample = new HashMap<>();

  Extents(XSSFSheet sheet) {
    this.sheet = sheet;
  }

  /// Notes which rows replace a sample row.
  void replaced(int sample, int first, int last) {
    rowsOfSample.put(sample, new Rows(first, last));
  }

  /// Stretches every range once, after all rows are known.
  void stretch() {
    for (XSSFName name : sheet.getWorkbook().getAllNames()) {
      stretchName(name);
    }
    var worksheet = sheet.getCTWorksheet();
    if (worksheet.isSetDataValidations()) {
      for (CTDataValidation validation : worksheet.getDataValidations().getDataValidationList()) {
        validation.setSqref(stretchAll(validation.getSqref()));
      }
    }
    for (CTConditionalFormatting format : worksheet.getConditionalFormattingList()) {
      format.setSqref(stretchAll(format.getSqref()));
    }
    for (XSSFTable table : sheet.getTables()) {
      CTTable definition = table.getCTTable();
      definition.setRef(stretched(definition.getRef()));
      if (definition.isSetAutoFilter()) {
        definition.getAutoFilter().setRef(definition.getRef());
      }
    }
  }

  private void stretchName(XSSFName name) {
    String formula = name.getRefersToFormula();
    if (!AREA.matcher(formula).matches()) {
      return;
    }
    AreaReference area = new AreaReference(formula, SpreadsheetVersion.EXCEL2007);
    CellReference from = area.getFirstCell();
    CellReference to = area.getLastCell();
    Rows rows = rowsOfSample.get(to.getRow());
    if (rows == null || !sheet.getSheetName().equals(from.getSheetName())) {
      return;
    }
    int top = from.getRow() == to.getRow() ? rows.first : from.getRow();
    CellReference start = new CellReference(sheet.getSheetName(), top, from.getCol(), true, true);
    CellReference end = new CellReference(rows.last, to.getCol(), true, true);
    name.setRefersToFormula(start.formatAsString() + ":" + end.formatAsString());
  }

  private List<String> stretchAll(List<?> ranges) {
    List<String> stretched = new ArrayList<>();
    for (Object range : ranges) {
      stretched.add(stretched(String.valueOf(range)));
    }
    return stretched;
  }

  private String stretched(String range) {
    CellRangeAddress area = CellRangeAddress.valueOf(range);
    Rows rows = rowsOfSample.get(area.getLastRow());
    if (rows == null) {
      return range;
    }
    if (area.getFirstRow() == area.getLastRow()) {
      area.setFirstRow(rows.first);
    }
    area.setLastRow(rows.last);
    return area.formatAsString();
  }
}
