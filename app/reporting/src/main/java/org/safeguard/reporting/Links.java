package org.safeguard.reporting;

import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;

/// Links to the row of a table that holds an id. They look the row up, so they still lead there
/// after somebody sorted the table.
final class Links {

  private final String sheet;
  private final int firstColumn;

  /// @param table the defined name of the table
  Links(Template template, String table) {
    AreaReference area = template.area(table);
    String quoted =
        new CellReference(area.getFirstCell().getSheetName(), 0, 0, true, true).formatAsString();
    this.sheet = quoted.substring(0, quoted.indexOf('!'));
    this.firstColumn = area.getFirstCell().getCol();
  }

  /// A formula that links to the row whose first column is `id`.
  String toRow(String id, String label) {
    return toRow(literal(id), firstColumn, literal(label));
  }

  /// A formula that links to the first row whose column holds `id` among other ids, and whose own
  /// value is a number.
  String toRowWith(String id, Enum<?> column, long value) {
    return toRow(literal("*" + id + "*"), firstColumn + column.ordinal(), Long.toString(value));
  }

  private String toRow(String wanted, int column, String label) {
    String letter = CellReference.convertNumToColString(column);
    String start = CellReference.convertNumToColString(firstColumn);
    return "HYPERLINK(\"#"
        + sheet.replace("\"", "\"\"")
        + "!"
        + start
        + "\"&MATCH("
        + wanted
        + ","
        + sheet
        + "!$"
        + letter
        + ":$"
        + letter
        + ",0),"
        + label
        + ")";
  }

  /// Text inside a formula; Excel allows 255 characters.
  static String literal(String text) {
    return "\"" + CellText.cut(text, 255).replace("\"", "\"\"") + "\"";
  }
}
