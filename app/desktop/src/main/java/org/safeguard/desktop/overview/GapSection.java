package org.safeguard.desktop.overview;

import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.paragraph;
import static org.safeguard.desktop.look.Nodes.row;
import static org.safeguard.desktop.look.Nodes.spring;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.safeguard.desktop.text.LongPaths;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Words;
import org.safeguard.model.snapshot.Skipped;

/// What was not assessed and why, and which parts of the source were left out.
final class GapSection {

  private static final int DETAILS_SHOWN = 4;
  private static final int FILES_SHOWN = 5;

  private final Messages messages;
  private final Words words;

  GapSection(Messages messages, Words words) {
    this.messages = messages;
    this.words = words;
  }

  Node gaps(Overview overview) {
    if (overview.gaps().isEmpty()) {
      return paragraph(messages.text("overview.no-gaps"), Styles.TEXT_MUTED);
    }
    VBox list = column("overview-gaps");
    for (Gap gap : overview.gaps()) {
      list.getChildren().add(gap(gap));
    }
    return list;
  }

  Node skipped(Overview overview) {
    if (overview.skipped().isEmpty()) {
      return paragraph(messages.text("overview.no-skipped"), Styles.TEXT_MUTED);
    }
    VBox list = column("overview-gaps");
    overview.skipped().forEach((kind, parts) -> list.getChildren().add(parts(kind, parts)));
    return list;
  }

  private Node gap(Gap gap) {
    VBox box = column("overview-gap", head(words.of(gap.code()), gap.verdicts()));
    gap.details().stream()
        .limit(DETAILS_SHOWN)
        .forEach(
            detail ->
                box.getChildren()
                    .add(
                        paragraph(
                            messages.text("overview.gap", detail.verdicts(), detail.text()),
                            Styles.TEXT_SMALL)));
    addRest(box, gap.details().size() - DETAILS_SHOWN);
    return box;
  }

  private Node parts(Skipped.Kind kind, List<Skipped> parts) {
    VBox box = column("overview-gap", head(words.of(kind), parts.size()));
    List<String> reasons =
        parts.stream()
            .map(
                part ->
                    LongPaths.shortened(
                        messages.text("overview.skipped-part", part.file(), part.reason())))
            .distinct()
            .toList();
    reasons.stream()
        .limit(FILES_SHOWN)
        .forEach(text -> box.getChildren().add(paragraph(text, Styles.TEXT_SMALL)));
    addRest(box, reasons.size() - FILES_SHOWN);
    return box;
  }

  private Node head(String title, int count) {
    return row(
        "overview-gap-head",
        label(title, Styles.TEXT_BOLD),
        spring(),
        label(messages.text("overview.number", count), "overview-count"));
  }

  private void addRest(VBox box, int rest) {
    if (rest > 0) {
      box.getChildren()
          .add(label(messages.text("overview.more", rest), Styles.TEXT_MUTED, Styles.TEXT_SMALL));
    }
  }
}
