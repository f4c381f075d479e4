package org.safeguard.reporting;

import java.util.List;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFTable;

/// Lays out a table: a heading row, a sample row below it, and its name, validations and formats.
final class TemplateTable {

  private final Page page;
  private final String name;
  private final int headingRow;
  private final List<Heading> headings;

  /// @param columns the columns that the sheet's class fills; there must be a heading for each
  TemplateTable(
      Page page,
      String name,
      int headingRow,
      Class<? extends Enum<?>> columns,
      Heading... headings) {
    if (columns.getEnumConstants().length != headings.length) {
      throw new IllegalArgumentException(name + " needs " + columns.getEnumConstants().length);
    }
    this.page = page;
    this.name = name;
    this.headingRow = headingRow;
    this.headings = List.of(headings);
  }

  private int sampleRow() {
    return headingRow + 1;
  }

  private int last() {
    return headings.size() - 1;
  }

  /// Sets the column widths; for the table that rules the sheet.
  TemplateTable widths() {
    for (int i = 0; i < headings.size(); i++) {
      page.sheet.setColumnWidth(i, (int) Math.round(headings.get(i).width() * 256));
    }
    return this;
  }

  TemplateTable rows(double headingHeight) {
    page.height(headingRow, headingHeight);
    for (int i = 0; i < headings.size(); i++) {
      Heading heading = headings.get(i);
      page.text(headingRow, i, heading.text(), page.look.heading(headingColour(heading.kind())));
      page.cell(sampleRow(), i, style(heading.kind()));
      validate(i, heading.kind());
      format(i, heading.kind());
    }
    page.name(name, sampleRow(), 0, sampleRow(), last());
    return this;
  }

  /// Makes it an Excel table with a filter, freezes it and repeats its heading on each page.
  TemplateTable filtered(int frozenColumns) {
    AreaReference area =
        new AreaReference(
            new CellReference(headingRow, 0),
            new CellReference(sampleRow(), last()),
            SpreadsheetVersion.EXCEL2007);
    XSSFTable table = page.sheet.createTable(area);
    table.setName(name + "Table");
    table.setDisplayName(name + "Table");
    table.getCTTable().addNewAutoFilter().setRef(table.getCTTable().getRef());
    table.getCTTable().addNewTableStyleInfo().setName("TableStyleLight1");
    table.getCTTable().getTableStyleInfo().setShowRowStripes(true);
    page.sheet.createFreezePane(frozenColumns, headingRow + 1);
    page.sheet.setRepeatingRows(new CellRangeAddress(headingRow, headingRow, -1, -1));
    page.book.setPrintArea(page.book.getSheetIndex(page.sheet), 0, last(), 0, sampleRow());
    return this;
  }

  private static String headingColour(Heading.Kind kind) {
    return kind.name().startsWith("EDIT") ? "7A5C00" : Look.NAVY;
  }

  private XSSFCellStyle style(Heading.Kind kind) {
    Look look = page.look;
    return switch (kind) {
      case TEXT, LEVEL, SEVERITY, STATE -> look.body();
      case NUMBER -> look.number();
      case DAY -> look.day();
      case LINK -> look.link();
      case COMPUTED, COMPUTED_LEVEL -> look.computed();
      case COMPUTED_DAY -> look.computedDay();
      case EDIT, EDIT_LEVEL, EDIT_TREATMENT, EDIT_STATUS, EDIT_YES_NO, EDIT_PENDING -> look.edit();
      case EDIT_DAY -> look.editDay();
    };
  }

  private void validate(int column, Heading.Kind kind) {
    Map<Heading.Kind, String> lists =
        Map.of(
            Heading.Kind.EDIT_LEVEL, "Levels",
            Heading.Kind.EDIT_TREATMENT, "Treatments",
            Heading.Kind.EDIT_STATUS, "RiskStatuses",
            Heading.Kind.EDIT_YES_NO, "YesNo",
            Heading.Kind.EDIT_PENDING, "YesNoPending");
    XSSFDataValidationHelper helper = new XSSFDataValidationHelper(page.sheet);
    if (lists.containsKey(kind)) {
      add(helper.createFormulaListConstraint(lists.get(kind)), column, "Choose from the list.");
    } else if (kind == Heading.Kind.EDIT_DAY) {
      add(
          helper.createDateConstraint(
              DataValidationConstraint.OperatorType.GREATER_THAN, "36526", null, "yyyy-mm-dd"),
          column,
          "Enter a date, such as 2027-03-31.");
    }
  }

  private void add(DataValidationConstraint constraint, int column, String message) {
    CellRangeAddressList where = new CellRangeAddressList(sampleRow(), sampleRow(), column, column);
    DataValidation validation =
        new XSSFDataValidationHelper(page.sheet).createValidation(constraint, where);
    validation.setShowErrorBox(true);
    String title = CellText.cut(headings.get(column).text(), 32); // more and Excel repairs the file
    validation.createErrorBox(title, message);
    validation.setShowPromptBox(true);
    validation.createPromptBox(title, message);
    page.sheet.addValidationData(validation);
  }

  private void format(int column, Heading.Kind kind) {
    CellRangeAddress where = new CellRangeAddress(sampleRow(), sampleRow(), column, column);
    switch (kind) {
      case LEVEL, COMPUTED_LEVEL, EDIT_LEVEL -> WordColours.levels(page.sheet, where);
      case SEVERITY -> WordColours.severities(page.sheet, where);
      case STATE -> WordColours.states(page.sheet, where);
      default -> {}
    }
  }
}
