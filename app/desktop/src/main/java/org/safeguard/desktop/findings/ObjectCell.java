package org.safeguard.desktop.findings;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.look.Nodes;
import org.safeguard.desktop.text.Messages;
import org.safeguard.model.verdict.ObjectReference;

/// The object's name over its kind, namespace and container.
final class ObjectCell extends TableCell<FindingRow, FindingRow> {

  private final Messages messages;
  private final Label name = new Label();
  private final Label place = Nodes.label("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);
  private final VBox lines = Nodes.column("findings-lines", name, place);

  ObjectCell(Messages messages) {
    this.messages = messages;
  }

  @Override
  protected void updateItem(@Nullable FindingRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    ObjectReference object = row.verdict().subject().object();
    String container = row.verdict().subject().container();
    String namespace =
        object.namespace().isEmpty() ? messages.text("findings.cluster-scope") : object.namespace();
    name.setText(object.name());
    place.setText(
        container.isEmpty()
            ? messages.text("findings.place", object.kind(), namespace)
            : messages.text("findings.place-container", object.kind(), namespace, container));
    setAccessibleText(name.getText() + ", " + place.getText());
    setGraphic(lines);
  }
}
