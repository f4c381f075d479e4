package org.safeguard.desktop.start;

import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.growing;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.row;
import static org.safeguard.desktop.look.Nodes.setShown;
import static org.safeguard.desktop.look.Nodes.spring;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.look.Icon;
import org.safeguard.desktop.text.Messages;

/// A recent engagement: its name, its folder, and whether it is gone.
final class RecentCell extends ListCell<RecentEntry> {

  private final Messages messages;
  private final Label name = label("", Styles.TEXT_BOLD);
  private final Label folder = label("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);
  private final Label missing;
  private final VBox words;
  private final HBox content;

  RecentCell(Messages messages) {
    this.messages = messages;
    missing = label(messages.text("start.missing"), "badge", "badge-missing");
    missing.setMinWidth(Label.USE_PREF_SIZE);
    folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    words = column("start-recent-words", name, folder);
    words.setMinWidth(0);
    content = row("start-recent-cell", Icon.FILE.node(), growing(words), spring(), missing);
    setPrefWidth(0); // the list never scrolls sideways; long folders are shortened instead
  }

  @Override
  protected void updateItem(@Nullable RecentEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(entry.name());
    folder.setText(entry.folder());
    setShown(missing, entry.missing());
    words.setOpacity(entry.missing() ? 0.75 : 1);
    setAccessibleText(
        entry.missing()
            ? messages.text("start.recent-missing-accessible", entry.name(), entry.folder())
            : messages.text("start.recent-item-accessible", entry.name(), entry.folder()));
    setGraphic(content);
  }
}
