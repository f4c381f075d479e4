package org.safeguard.desktop.overview;

import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.paragraph;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import org.safeguard.desktop.text.Messages;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.snapshot.Snapshot;

/// What was assessed, with what, and when.
final class SourceSection {

  private final Messages messages;
  private final DateTimeFormatter times =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withZone(ZoneId.systemDefault());

  SourceSection(Messages messages) {
    this.messages = messages;
  }

  Node of(Overview overview) {
    Assessment assessment = overview.assessment();
    FlowPane facts = new FlowPane();
    facts.getStyleClass().add("overview-facts");
    for (Snapshot snapshot : assessment.snapshots()) {
      facts.getChildren().addAll(facts(snapshot));
    }
    String packs =
        assessment.packs().stream()
            .map(pack -> messages.text("overview.pack", pack.title(), pack.version()))
            .collect(Collectors.joining(", "));
    int rules = assessment.packs().stream().mapToInt(pack -> pack.rules().size()).sum();
    facts
        .getChildren()
        .addAll(
            fact("overview.objects", messages.text("overview.number", overview.objects())),
            fact("overview.rules", messages.text("overview.number", rules)),
            fact("overview.packs", packs),
            fact("overview.assessed-at", time(assessment.assessedAt())));
    return column("overview-source", label(title(assessment), Styles.TITLE_2), facts);
  }

  private Node[] facts(Snapshot snapshot) {
    Instant captured = snapshot.capturedAt();
    String version = snapshot.kubernetesVersion();
    String unknown = messages.text("overview.not-told");
    return new Node[] {
      fact("overview.source", snapshot.source()),
      fact("overview.format", snapshot.format()),
      fact("overview.cluster", snapshot.cluster().isEmpty() ? unknown : snapshot.cluster()),
      fact("overview.kubernetes", version == null ? unknown : version),
      fact("overview.captured-at", captured == null ? unknown : time(captured))
    };
  }

  private Node fact(String key, String value) {
    return column(
        "overview-fact",
        label(messages.text(key), Styles.TEXT_MUTED, Styles.TEXT_SMALL),
        paragraph(value));
  }

  private String time(Instant instant) {
    return times.format(instant);
  }

  private static String title(Assessment assessment) {
    return assessment.scope().title().isEmpty()
        ? assessment.snapshots().stream().map(Snapshot::source).collect(Collectors.joining(", "))
        : assessment.scope().title();
  }
}
