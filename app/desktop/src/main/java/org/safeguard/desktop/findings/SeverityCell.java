package org.safeguard.desktop.findings;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.look.Badges;
import org.safeguard.desktop.look.Nodes;
import org.safeguard.desktop.text.Words;

/// The severity over the id of the rule.
final class SeverityCell extends TableCell<FindingRow, FindingRow> {

  private final Words words;
  private final Label badge = new Label();
  private final Label rule = Nodes.label("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);
  private final VBox lines = Nodes.column("findings-severity", badge, rule);

  SeverityCell(Words words) {
    this.words = words;
  }

  @Override
  protected void updateItem(@Nullable FindingRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    badge.setText(words.of(row.severity()));
    badge.getStyleClass().setAll("label", "badge", Badges.styleOf(row.severity(), row.status()));
    rule.setText(row.verdict().rule().id());
    setAccessibleText(badge.getText() + ", " + rule.getText());
    setGraphic(lines);
  }
}
