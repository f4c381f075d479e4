package org.safeguard.desktop.look;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Plain tables: one line a row, and what does not fit is whole in a tooltip.
public final class Tables {

  /// The height of a row.
  public static final double ROW = 32;

  private Tables() {}

  /// A table that shows its rows without a frame of its own.
  public static <R> TableView<R> table(String accessibleText, String placeholder) {
    TableView<R> table = new TableView<>();
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getStyleClass().addAll(Styles.DENSE, Tweaks.EDGE_TO_EDGE, "plain-table");
    table.setFixedCellSize(ROW);
    table.setAccessibleText(accessibleText);
    Nodes.passEscape(table);
    table.setPlaceholder(Nodes.label(placeholder, Styles.TEXT_MUTED));
    return table;
  }

  /// Makes a table as high as its rows, up to a number of them.
  public static void fitTo(TableView<?> table, int most) {
    double height = ROW * (Math.clamp(table.getItems().size(), 1, most) + 1) + 8;
    table.setPrefHeight(height);
    table.setMinHeight(height);
  }

  /// A column of text.
  public static <R> TableColumn<R, String> text(
      String title, double width, Function<R, String> value) {
    TableColumn<R, String> column = new TableColumn<>(title);
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(value.apply(row.getValue())).getReadOnlyProperty());
    column.setCellFactory(_ -> new WholeTextCell<>());
    column.setPrefWidth(width);
    return column;
  }

  /// A column of numbers.
  public static <R> TableColumn<R, Number> number(
      String title, double width, ToLongFunction<R> value) {
    TableColumn<R, Number> column = new TableColumn<>(title);
    column.setCellValueFactory(
        row ->
            new ReadOnlyObjectWrapper<Number>(value.applyAsLong(row.getValue()))
                .getReadOnlyProperty());
    column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
    column.setCellFactory(_ -> new NumberCell<>());
    column.setPrefWidth(width);
    return column;
  }

  /// A column of words in coloured pills.
  ///
  /// @param badge of a row
  public static <R> TableColumn<R, R> badge(
      String title, double width, Function<R, Label> badge, Function<R, String> sortedBy) {
    TableColumn<R, R> column = new TableColumn<>(title);
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(row.getValue()).getReadOnlyProperty());
    column.setCellFactory(_ -> new PillCell<>(badge));
    column.setComparator((a, b) -> sortedBy.apply(a).compareTo(sortedBy.apply(b)));
    column.setPrefWidth(width);
    return column;
  }

  private static final class WholeTextCell<R> extends TableCell<R, String> {
    private final Tooltip whole = new Tooltip();

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      boolean nothing = empty || text == null || text.isEmpty();
      setText(nothing ? null : text);
      whole.setText(text);
      whole.setWrapText(true);
      whole.setMaxWidth(600);
      setTooltip(nothing ? null : whole);
    }
  }

  private static final class NumberCell<R> extends TableCell<R, Number> {
    @Override
    protected void updateItem(@Nullable Number number, boolean empty) {
      super.updateItem(number, empty);
      setText(empty || number == null ? null : "%,d".formatted(number.longValue()));
    }
  }

  private static final class PillCell<R> extends TableCell<R, R> {
    private final Function<R, Label> badge;

    PillCell(Function<R, Label> badge) {
      this.badge = badge;
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
      super.updateItem(row, empty);
      Label pill = empty || row == null ? null : badge.apply(row);
      setGraphic(pill);
      setAccessibleText(pill == null ? null : pill.getText());
    }
  }
}
