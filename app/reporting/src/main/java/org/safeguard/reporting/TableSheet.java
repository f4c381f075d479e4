package org.safeguard.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.safeguard.model.progress.Progress;

/// A sheet of the template whose lower part is one table, or several below one another.
///
/// Each table is a heading and a sample row that a defined name of the template covers. Rows are
/// streamed: a sheet of a hundred thousand findings never lies in memory.
final class TableSheet {

  /// How many rows an `.xlsx` sheet can hold; the last is kept for saying what is left out.
  private static final int MOST_ROWS = 1_048_576 - 1;

  private static final int ROWS_A_CHECK = 512;

  /// A table as the template shows it: what stands between the table above and the sample row.
  private record Part(String name, List<FixedRow> lead, SampleRow sample) {}

  private final SXSSFSheet sheet;
  private final Extents extents;
  private final Progress progress;
  private final List<Part> parts = new ArrayList<>();
  private int filled;
  private int next;

  /// @param names defined names of the tables, from top to bottom
  TableSheet(Template template, Progress progress, String... names) {
    XSSFSheet plan = template.sheetOf(names[0]);
    this.sheet = template.streamed(plan);
    this.extents = new Extents(plan);
    this.progress = progress;
    int below = -1;
    for (String name : names) {
      AreaReference area = template.area(name);
      SampleRow sample = SampleRow.take(plan, area);
      List<FixedRow> lead =
          below < 0 ? List.of() : FixedRow.take(plan, below + 1, sample.row() - 1, below + 1);
      parts.add(new Part(name, lead, sample));
      below = sample.row();
    }
    FixedRow.remove(plan, parts.getFirst().sample().row(), plan.getLastRowNum());
  }

  /// Writes the next table, one row for each item.
  ///
  /// @param columns in the order of the template
  /// @param mostLines rows grow no higher than this many lines
  /// @param none what the only row says when there is no item
  <C extends Enum<C>, T> TableSheet fill(
      Class<C> columns,
      int mostLines,
      String none,
      Iterable<T> items,
      BiConsumer<TableRow<C>, T> cells) {
    Part part = parts.get(filled++);
    C leading = columns.getEnumConstants()[0];
    int first = begin(part, columns.getEnumConstants().length);
    next = first;
    int leftOut = 0;
    for (T item : items) {
      if (next % ROWS_A_CHECK == 0) {
        progress.checkCancelled();
      }
      if (next >= MOST_ROWS) {
        leftOut++;
        continue;
      }
      TableRow<C> row = new TableRow<>(sheet.createRow(next++), part.sample(), mostLines);
      cells.accept(row, item);
      row.end();
    }
    String note =
        leftOut > 0 ? Words.count(leftOut, "row", "rows") + " more that a sheet cannot hold" : none;
    if (leftOut > 0 || next == first) {
      new TableRow<C>(sheet.createRow(next++), part.sample(), mostLines).text(leading, note).end();
    }
    extents.replaced(part.sample().row(), first, next - 1);
    return this;
  }

  /// Ends the sheet: names, validations, formats and filters grow over the rows.
  void end() {
    extents.stretch();
  }

  private int begin(Part part, int columns) {
    if (part.sample().styles().length != columns) {
      throw new IllegalStateException(
          "the template's " + part.name() + " needs " + columns + " columns");
    }
    if (filled == 1) {
      return part.sample().row();
    }
    int offset = next;
    for (FixedRow row : part.lead()) {
      next = offset + row.offset();
      row.write(sheet.createRow(next++));
    }
    return next;
  }
}
