package org.safeguard.desktop.overview;

import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.growing;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.paragraph;
import static org.safeguard.desktop.look.Nodes.row;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.safeguard.desktop.look.Badges;
import org.safeguard.desktop.look.Pressable;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Words;
import org.safeguard.model.risk.Risk;

/// The ten worst risks, each of which leads to its findings.
final class RiskSection {

  private final OverviewViewModel model;
  private final Messages messages;
  private final Words words;
  private final Badges badges;

  RiskSection(OverviewViewModel model, Messages messages, Words words) {
    this.model = model;
    this.messages = messages;
    this.words = words;
    badges = new Badges(words);
  }

  Node of(Overview overview) {
    if (overview.worst().isEmpty()) {
      return paragraph(messages.text("overview.no-risks"), Styles.TEXT_MUTED);
    }
    VBox list = column("overview-risks");
    for (TopRisk top : overview.worst()) {
      list.getChildren().add(risk(top));
    }
    return list;
  }

  private Node risk(TopRisk top) {
    Risk risk = top.risk();
    Label rank = label(messages.text("overview.number", top.rank()), "overview-rank");
    StackPane level = new StackPane(badges.of(risk.level()));
    level.getStyleClass().add("overview-risk-level");
    String facts =
        messages.text(
            "overview.risk-facts",
            risk.safeguard(),
            words.of(risk.tier()),
            risk.assets().size(),
            risk.findings().size(),
            top.notAssessed());
    VBox text =
        column(
            "overview-risk-words",
            paragraph(risk.title(), Styles.TEXT_BOLD),
            paragraph(facts, Styles.TEXT_MUTED, Styles.TEXT_SMALL));
    HBox content = row("overview-risk-row", rank, growing(text), level);
    String spoken =
        messages.text(
            "overview.risk-accessible", top.rank(), words.of(risk.level()), risk.title(), facts);
    Pressable row = new Pressable(content, spoken, () -> model.showFindings(risk));
    row.getStyleClass().add("overview-risk");
    return row;
  }
}
