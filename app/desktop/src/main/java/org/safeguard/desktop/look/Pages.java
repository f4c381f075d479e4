package org.safeguard.desktop.look;

import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.growing;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.paragraph;
import static org.safeguard.desktop.look.Nodes.row;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The shapes of a page: cards below each other, facts in a card, and notes that stand out.
public final class Pages {

  private static final double WIDTH = 1100;

  /// How much a note matters. The words say so too, so colour is never the only sign.
  public enum Tone {
    PLAIN,
    GOOD,
    WARNING,
    BAD
  }

  private Pages() {}

  /// Fills a scrolling page with cards.
  public static void fill(ScrollPane page, Node... cards) {
    VBox content = column("page", cards);
    content.setMaxWidth(WIDTH);
    page.setFitToWidth(true);
    if (!page.getStyleClass().contains("page-scroll")) {
      page.getStyleClass().addAll("page-scroll", Styles.FLAT);
    }
    page.setContent(column("page-centred", content));
  }

  /// A card with a title and a line beside it that explains it.
  public static VBox card(String title, String note, Node... content) {
    Node words = label(title, Styles.TITLE_4);
    VBox card =
        note.isEmpty()
            ? column("card", words)
            : column(
                "card",
                column("card-head", words, paragraph(note, Styles.TEXT_MUTED, Styles.TEXT_SMALL)));
    card.getChildren().addAll(content);
    return card;
  }

  /// A fact with its name above it.
  public static VBox fact(String name, String value) {
    return column("fact", label(name, Styles.TEXT_MUTED, Styles.TEXT_SMALL), paragraph(value));
  }

  /// A note with a drawing that fits its tone.
  public static HBox note(Tone tone, String title, String words) {
    VBox text = column("note-words");
    if (!title.isEmpty()) {
      text.getChildren().add(paragraph(title, Styles.TEXT_BOLD));
    }
    if (!words.isEmpty()) {
      text.getChildren().add(paragraph(words));
    }
    HBox note = row("note", icon(tone).node(), growing(text));
    note.getStyleClass().add(style(tone));
    note.setAccessibleText((title + ". " + words).strip());
    return note;
  }

  private static Icon icon(Tone tone) {
    return switch (tone) {
      case PLAIN -> Icon.SHIELD;
      case GOOD -> Icon.CHECK;
      case WARNING -> Icon.ALERT;
      case BAD -> Icon.CROSS;
    };
  }

  private static String style(Tone tone) {
    return switch (tone) {
      case PLAIN -> "note-plain";
      case GOOD -> "note-good";
      case WARNING -> "note-warning";
      case BAD -> "note-bad";
    };
  }
}
