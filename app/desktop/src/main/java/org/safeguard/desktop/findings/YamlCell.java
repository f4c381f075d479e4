package org.safeguard.desktop.findings;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.look.Nodes;
import org.safeguard.desktop.text.Messages;

/// A line of YAML with its number, its key and its value told apart.
final class YamlCell extends ListCell<YamlLine> {

  private static final PseudoClass EVIDENCE = PseudoClass.getPseudoClass("evidence");

  private final Messages messages;
  private final Label number = Nodes.label("", "yaml-number");
  private final Label key = Nodes.label("", "yaml-key");
  private final Label value = Nodes.label("", "yaml-value");
  private final HBox line = Nodes.row("yaml-line", number, key, value);

  YamlCell(Messages messages) {
    this.messages = messages;
    getStyleClass().add("yaml-cell");
    key.setMinWidth(Label.USE_PREF_SIZE);
    value.setMinWidth(Label.USE_PREF_SIZE);
    number.setMinWidth(Label.USE_PREF_SIZE);
  }

  @Override
  protected void updateItem(@Nullable YamlLine item, boolean empty) {
    super.updateItem(item, empty);
    pseudoClassStateChanged(EVIDENCE, item != null && item.evidence());
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    int at = item.valueAt();
    number.setText(Integer.toString(item.number()));
    key.setText(item.text().substring(0, at));
    value.setText(item.text().substring(at));
    setAccessibleText(
        item.evidence()
            ? messages.text("evidence.line-marked", item.number(), item.text().strip())
            : messages.text("evidence.line", item.number(), item.text().strip()));
    setGraphic(line);
  }
}
