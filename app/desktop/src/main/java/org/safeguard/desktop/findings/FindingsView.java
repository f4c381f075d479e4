package org.safeguard.desktop.findings;

import static org.safeguard.desktop.look.Nodes.column;

import java.util.List;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.safeguard.desktop.look.ScreenView;
import org.safeguard.desktop.look.Stylesheet;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Words;

/// Findings on the left, the evidence of the selected one on the right.
public final class FindingsView implements ScreenView {

  private final FindingsViewModel model;
  private final FilterBar filter;
  private final TableView<FindingRow> table;
  private final EvidenceView evidence;
  private final Node filterNode;
  private final Node evidenceNode;

  public FindingsView(
      FindingsViewModel model, EvidenceViewModel evidenceModel, Messages messages, Words words) {
    this.model = model;
    filter = new FilterBar(model, messages, words);
    filterNode = filter.create();
    table = new FindingsTable(model, messages, words).create();
    evidence = new EvidenceView(evidenceModel, messages, words);
    evidenceNode = evidence.create();
  }

  @Override
  public Parent createView() {
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox left = column("findings-left", filterNode, table);
    SplitPane split = new SplitPane(left, evidenceNode);
    split.setDividerPositions(0.55);
    split.getStyleClass().add("findings");
    split.getStylesheets().add(Stylesheet.of(FindingsView.class, "findings.css"));
    SplitPane.setResizableWithParent(left, true);
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::tableKey);
    filterNode.addEventFilter(KeyEvent.KEY_PRESSED, this::filterKey);
    evidenceNode.addEventFilter(KeyEvent.KEY_PRESSED, this::evidenceKey);
    model.rows().addListener((ListChangeListener<FindingRow>) _ -> keepSelection());
    return split;
  }

  @Override
  public List<Node> panes() {
    return List.of(table, evidenceNode, filterNode);
  }

  /// Moves the keyboard to the text filter.
  public void focusFilter() {
    filter.text().requestFocus();
    filter.text().selectAll();
  }

  private void tableKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      evidence.focus();
      event.consume();
    }
  }

  private void filterKey(KeyEvent event) {
    boolean down = event.getCode() == KeyCode.DOWN && event.getTarget() == filter.text();
    if (down || event.getCode() == KeyCode.ESCAPE) {
      focusTable();
      event.consume();
    }
  }

  private void evidenceKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      focusTable();
      event.consume();
    }
  }

  private void focusTable() {
    table.requestFocus();
    keepSelection();
  }

  /// Something is selected wherever there is something, so that evidence is always in sight.
  private void keepSelection() {
    Platform.runLater(
        () -> {
          if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().selectFirst();
            table.scrollTo(0);
          }
        });
  }
}
