package org.safeguard.desktop.findings;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// What was found, on two lines where one is too short.
final class FindingCell extends TableCell<FindingRow, FindingRow> {

  private static final double TWO_LINES = 40;

  private final Label text = new Label();

  FindingCell() {
    text.setWrapText(true);
    text.setMaxHeight(TWO_LINES);
    text.maxWidthProperty().bind(widthProperty().subtract(16));
  }

  @Override
  protected void updateItem(@Nullable FindingRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    text.setText(row.text());
    setAccessibleText(row.text());
    setGraphic(text);
  }
}
