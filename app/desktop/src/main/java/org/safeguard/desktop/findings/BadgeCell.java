package org.safeguard.desktop.findings;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// A coloured word. The label is made once a cell and dressed anew for each row.
final class BadgeCell<T> extends TableCell<FindingRow, T> {

  private final Function<T, String> text;
  private final Function<T, String> style;
  private final Label badge = new Label();

  BadgeCell(Function<T, String> text, Function<T, String> style) {
    this.text = text;
    this.style = style;
  }

  @Override
  protected void updateItem(@Nullable T item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    badge.setText(text.apply(item));
    badge.getStyleClass().setAll("label", "badge", style.apply(item));
    setGraphic(badge);
  }
}
