package org.safeguard.desktop.overview;

import static org.safeguard.desktop.look.Nodes.paragraph;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Words;
import org.safeguard.model.snapshot.TypeCoverage;

/// Which types of objects the sources hold, gaps first.
final class CoverageSection {

  private static final double ROW = 32;
  private static final int ROWS_SHOWN = 10;

  private final Messages messages;
  private final Words words;

  CoverageSection(Messages messages, Words words) {
    this.messages = messages;
    this.words = words;
  }

  Node of(Overview overview) {
    if (overview.coverage().isEmpty()) {
      return paragraph(messages.text("overview.no-coverage"), Styles.TEXT_MUTED);
    }
    TableView<TypeCoverage> table = new TableView<>();
    table.getItems().setAll(overview.coverage());
    table.getColumns().add(text("overview.type", 290, type -> type.type().toString()));
    table.getColumns().add(text("overview.coverage-state", 104, type -> words.of(type.state())));
    table.getColumns().add(count());
    table.getColumns().add(text("overview.cause", 380, TypeCoverage::cause));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getStyleClass().addAll(Styles.DENSE, Tweaks.EDGE_TO_EDGE, "overview-coverage");
    table.setFixedCellSize(ROW);
    int rows = Math.min(ROWS_SHOWN, overview.coverage().size());
    table.setPrefHeight(ROW * (rows + 1) + 8);
    table.setMinHeight(ROW * (rows + 1) + 8);
    table.setAccessibleText(messages.text("overview.coverage"));
    return table;
  }

  private TableColumn<TypeCoverage, String> text(
      String key, double width, Function<TypeCoverage, String> value) {
    TableColumn<TypeCoverage, String> column = new TableColumn<>(messages.text(key));
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(value.apply(row.getValue())).getReadOnlyProperty());
    column.setCellFactory(_ -> new WholeTextCell());
    column.setPrefWidth(width);
    return column;
  }

  /// Text that is cut where the column is narrow, and whole in a tooltip.
  private static final class WholeTextCell extends TableCell<TypeCoverage, String> {
    private final Tooltip whole = new Tooltip();

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      boolean nothing = empty || text == null || text.isEmpty();
      setText(nothing ? null : text);
      whole.setText(text);
      setTooltip(nothing ? null : whole);
    }
  }

  private TableColumn<TypeCoverage, Number> count() {
    TableColumn<TypeCoverage, Number> column = new TableColumn<>(messages.text("overview.count"));
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<Number>(row.getValue().count()).getReadOnlyProperty());
    column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
    column.setPrefWidth(84);
    return column;
  }
}
