package org.safeguard.desktop.findings;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.safeguard.desktop.look.Badges;
import org.safeguard.desktop.look.Nodes;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Words;
import org.safeguard.model.verdict.Status;

/// The table of verdicts: two lines a row, so that nothing of use is cut in a narrow window.
final class FindingsTable {

  private static final double ROW = 58;

  private final FindingsViewModel model;
  private final Messages messages;
  private final Words words;

  FindingsTable(FindingsViewModel model, Messages messages, Words words) {
    this.model = model;
    this.messages = messages;
    this.words = words;
  }

  TableView<FindingRow> create() {
    TableView<FindingRow> table = new TableView<>(model.rows());
    model.rows().comparatorProperty().bind(table.comparatorProperty());
    table.setId("findings");
    table.setFixedCellSize(ROW);
    table.getColumns().add(severity());
    table.getColumns().add(status());
    table.getColumns().add(finding());
    table.getColumns().add(object());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    table.getStyleClass().addAll(Tweaks.EDGE_TO_EDGE, "findings-table");
    table.setAccessibleText(messages.text("findings.table-accessible"));
    table.setPlaceholder(placeholder());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> model.selectedProperty().set(row));
    return table;
  }

  private Node placeholder() {
    return Nodes.column(
        "findings-empty",
        Nodes.label(messages.text("findings.empty"), Styles.TEXT_BOLD),
        Nodes.paragraph(messages.text("findings.empty-why"), Styles.TEXT_MUTED),
        Nodes.button(messages.text("findings.clear"), model::clearFilter));
  }

  private TableColumn<FindingRow, FindingRow> severity() {
    TableColumn<FindingRow, FindingRow> column = self("findings.severity", 118);
    column.setComparator(Comparator.comparing(FindingRow::severity));
    column.setCellFactory(_ -> new SeverityCell(words));
    column.getStyleClass().add("findings-first");
    fixed(column);
    return column;
  }

  private TableColumn<FindingRow, Status> status() {
    TableColumn<FindingRow, Status> column = column("findings.status", FindingRow::status, 118);
    column.setCellFactory(_ -> new BadgeCell<>(words::of, Badges::styleOf));
    fixed(column);
    model.filterProperty().subscribe(filter -> column.setVisible(filter.status() == null));
    return column;
  }

  private TableColumn<FindingRow, FindingRow> finding() {
    TableColumn<FindingRow, FindingRow> column = self("findings.finding", 300);
    column.setComparator((a, b) -> a.text().compareToIgnoreCase(b.text()));
    column.setCellFactory(_ -> new FindingCell());
    column.setMinWidth(160);
    return column;
  }

  private TableColumn<FindingRow, FindingRow> object() {
    TableColumn<FindingRow, FindingRow> column = self("findings.object", 190);
    column.setComparator((a, b) -> a.place().compareToIgnoreCase(b.place()));
    column.setCellFactory(_ -> new ObjectCell(messages));
    column.setMinWidth(172);
    return column;
  }

  private <T> TableColumn<FindingRow, T> column(
      String key, Function<FindingRow, T> value, double width) {
    TableColumn<FindingRow, T> column = new TableColumn<>(messages.text(key));
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())).getReadOnlyProperty());
    column.setPrefWidth(width);
    return column;
  }

  private TableColumn<FindingRow, FindingRow> self(String key, double width) {
    return column(key, Function.identity(), width);
  }

  private static void fixed(TableColumn<?, ?> column) {
    column.setMinWidth(column.getPrefWidth());
    column.setMaxWidth(column.getPrefWidth());
  }
}
