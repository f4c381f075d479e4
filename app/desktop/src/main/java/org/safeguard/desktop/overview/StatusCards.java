package org.safeguard.desktop.overview;

import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.growing;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.paragraph;
import static org.safeguard.desktop.look.Nodes.row;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import org.safeguard.desktop.look.Badges;
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
    Button card = new Button();
    card.setGraphic(
        column(
            "overview-card-words",
            label(messages.text("overview.number", count), Styles.TITLE_1, "overview-figure"),
            label(words.of(status), Styles.TEXT_BOLD),
            paragraph(messages.text(meaning(status)), Styles.TEXT_MUTED, Styles.TEXT_SMALL)));
    card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    card.setAccessibleText(messages.text("overview.card-accessible", words.of(status), count));
    card.getStyleClass().addAll("overview-card", Badges.styleOf(status));
    card.setId("card-" + status);
    card.setMaxWidth(Double.MAX_VALUE);
    card.setMaxHeight(Double.MAX_VALUE);
    card.setPrefWidth(200);
    card.setOnAction(_ -> model.showVerdicts(status));
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
