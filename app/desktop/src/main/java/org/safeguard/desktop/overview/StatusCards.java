package org.safeguard.desktop.overview;

import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.growing;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.paragraph;
import static org.safeguard.desktop.look.Nodes.row;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.safeguard.desktop.look.Badges;
import org.safeguard.desktop.look.Pressable;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Words;
import org.safeguard.model.verdict.Status;

/// The verdicts by status as four large figures; each leads to its verdicts.
final class StatusCards {

  private final OverviewViewModel model;
  private final Messages messages;
  private final Words words;

  StatusCards(OverviewViewModel model, Messages messages, Words words) {
    this.model = model;
    this.messages = messages;
    this.words = words;
  }

  Node of(Overview overview) {
    HBox cards = row("overview-cards");
    for (Status status :
        new Status[] {Status.FAILED, Status.NOT_ASSESSED, Status.PASSED, Status.NOT_APPLICABLE}) {
      cards.getChildren().add(growing(card(status, overview.of(status))));
    }
    return cards;
  }

  private Node card(Status status, int count) {
    VBox figures =
        column(
            "overview-card-words",
            label(messages.text("overview.number", count), Styles.TITLE_1, "overview-figure"),
            label(words.of(status), Styles.TEXT_BOLD),
            paragraph(messages.text(meaning(status)), Styles.TEXT_MUTED, Styles.TEXT_SMALL));
    String spoken = messages.text("overview.card-accessible", words.of(status), count);
    Pressable card = new Pressable(figures, spoken, () -> model.showVerdicts(status));
    card.getStyleClass().addAll("overview-card", Badges.styleOf(status));
    card.setId("card-" + status);
    card.setPrefWidth(200);
    return card;
  }

  private static String meaning(Status status) {
    return switch (status) {
      case FAILED -> "overview.means-failed";
      case NOT_ASSESSED -> "overview.means-not-assessed";
      case PASSED -> "overview.means-passed";
      case NOT_APPLICABLE -> "overview.means-not-applicable";
    };
  }
}
