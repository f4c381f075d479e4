package org.safeguard.desktop.findings;

import atlantafx.base.theme.Styles;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.safeguard.desktop.look.Nodes;
import org.safeguard.desktop.text.Messages;

/// An object's YAML with the evidence brought into sight. Ctrl+C copies the selected lines.
final class YamlView {

  private static final double LINE = 20;
  private static final int LINES_SHOWN = 15;
  private static final int LINES_ABOVE = 6;
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final EvidenceViewModel model;
  private final Messages messages;
  private final ListView<YamlLine> list = new ListView<>();

  YamlView(EvidenceViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
  }

  ListView<YamlLine> create() {
    list.setId("yaml");
    list.setFixedCellSize(LINE);
    list.setCellFactory(_ -> new YamlCell(messages));
    list.getStyleClass().addAll(Styles.DENSE, "yaml");
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setAccessibleText(messages.text("evidence.yaml-accessible"));
    list.setOnKeyPressed(
        event -> {
          if (COPY.match(event)) {
            model.copy(list.getSelectionModel().getSelectedItems());
            event.consume();
          }
        });
    Label notice = Nodes.paragraph("", Styles.TEXT_MUTED);
    notice.textProperty().bind(model.noticeProperty());
    list.setPlaceholder(notice);
    model.yamlProperty().subscribe(this::show);
    list.heightProperty().subscribe(_ -> showTarget());
    return list;
  }

  /// Brings the evidence into sight, once the list knows how high it is.
  private void showTarget() {
    int target = model.yamlProperty().get().target();
    Platform.runLater(() -> list.scrollTo(Math.max(0, target - LINES_ABOVE)));
  }

  private void show(YamlPage page) {
    list.setItems(FXCollections.observableArrayList(page.lines()));
    int lines = Math.clamp(page.lines().size(), 3, LINES_SHOWN);
    list.setPrefHeight(lines * LINE + 16);
    list.setMinHeight(lines * LINE + 16);
    if (page.target() >= 0) {
      list.getSelectionModel().clearSelection();
      list.getFocusModel().focus(page.target());
      showTarget();
    }
  }
}
