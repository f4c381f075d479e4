package org.safeguard.desktop.findings;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.look.Nodes;

/// A line that matters over a quieter one.
final class TwoLineCell extends TableCell<FindingRow, FindingRow> {

  private final Function<FindingRow, String> above;
  private final Function<FindingRow, String> below;
  private final Label first = new Label();
  private final Label second = Nodes.label("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);
  private final VBox lines = Nodes.column("findings-lines", first, second);

  TwoLineCell(Function<FindingRow, String> above, Function<FindingRow, String> below) {
    this.above = above;
    this.below = below;
  }

  @Override
  protected void updateItem(@Nullable FindingRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    first.setText(above.apply(row));
    second.setText(below.apply(row));
    setAccessibleText(first.getText() + ", " + second.getText());
    setGraphic(lines);
  }
}
