package org.safeguard.desktop.source;

import static org.safeguard.desktop.look.Nodes.button;
import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.paragraph;
import static org.safeguard.desktop.look.Nodes.row;
import static org.safeguard.desktop.look.Nodes.setShown;
import static org.safeguard.desktop.look.Nodes.spring;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.look.Badges;
import org.safeguard.desktop.look.Pages;
import org.safeguard.desktop.look.Tables;
import org.safeguard.desktop.text.LongPaths;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Printable;
import org.safeguard.desktop.text.Words;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;

/// One source: what it is, what it holds, what it lacks, what was left out and what was taken out.
final class PreviewCard {

  private static final int TYPES_SHOWN = 12;
  private static final int PLACES_SHOWN = 6;
  private static final int FILES_SHOWN = 4;

  private final SourceViewModel model;
  private final Messages messages;
  private final Words words;
  private final Badges badges;
  private final DateTimeFormatter times =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withZone(ZoneId.systemDefault());

  PreviewCard(SourceViewModel model, Messages messages, Words words) {
    this.model = model;
    this.messages = messages;
    this.words = words;
    badges = new Badges(words);
  }

  /// @param several whether it may be left out, because there are others
  VBox of(Preview preview, boolean several) {
    VBox card =
        column(
            "card",
            head(preview, several),
            facts(preview),
            part("source.coverage", coverageNote(preview), coverage(preview)),
            part("source.taken-out", takenOutNote(preview), takenOut(preview)),
            part("source.left-out", leftOutNote(preview), leftOut(preview)));
    card.getStyleClass().add("source-card");
    return card;
  }

  private HBox head(Preview preview, boolean several) {
    var name = label(Printable.of(preview.name()), Styles.TITLE_4);
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Button leave = button(messages.text("source.leave-out"), () -> model.leaveOut(preview));
    leave.setAccessibleText(messages.text("source.leave-out-accessible", preview.name()));
    setShown(leave, several);
    return row("source-card-head", name, spring(), leave);
  }

  private FlowPane facts(Preview preview) {
    Snapshot snapshot = preview.snapshot();
    FlowPane facts = new FlowPane();
    facts.getStyleClass().add("facts");
    facts
        .getChildren()
        .addAll(
            fact("source.format", new FormatWords(messages).of(snapshot.format())),
            fact("source.captured-at", time(snapshot.capturedAt())),
            fact("source.cluster", told(snapshot.cluster())),
            fact("source.kubernetes", told(snapshot.kubernetesVersion())),
            fact("source.objects", number(preview.objects())),
            fact("source.files", number(snapshot.files().size())));
    if (!snapshot.record().requests().isEmpty()) {
      facts.getChildren().add(fact("source.requests", number(snapshot.record().requests().size())));
    }
    return facts;
  }

  private VBox part(String title, String note, Node content) {
    return column(
        "source-part",
        row(
            "source-part-head",
            label(messages.text(title), Styles.TEXT_BOLD),
            paragraph(note, Styles.TEXT_MUTED, Styles.TEXT_SMALL)),
        content);
  }

  private String coverageNote(Preview preview) {
    return messages.text("source.coverage-note", preview.coverage().size(), preview.gaps());
  }

  private Node coverage(Preview preview) {
    TableView<TypeCoverage> table =
        Tables.table(messages.text("source.coverage"), messages.text("source.no-coverage"));
    table.getColumns().add(text("source.type", 280, type -> type.type().toString()));
    table
        .getColumns()
        .add(
            Tables.badge(
                messages.text("source.state"),
                120,
                type -> badges.of(type.state()),
                type -> type.state().name()));
    table.getColumns().add(Tables.number(messages.text("source.count"), 90, TypeCoverage::count));
    table.getColumns().add(text("source.cause", 440, TypeCoverage::cause));
    table.getItems().setAll(preview.coverage());
    table.getStyleClass().add("source-coverage");
    Tables.fitTo(table, TYPES_SHOWN);
    return table;
  }

  private String takenOutNote(Preview preview) {
    return preview.redactions().isEmpty()
        ? messages.text("source.taken-out-unknown")
        : messages.text("source.taken-out-note", preview.takenOut());
  }

  private Node takenOut(Preview preview) {
    if (preview.redactions().isEmpty()) {
      return new VBox();
    }
    TableView<Redaction> table = Tables.table(messages.text("source.taken-out"), "");
    table.getColumns().add(Tables.text(messages.text("source.what"), 90, this::what));
    table.getColumns().add(Tables.number(messages.text("source.values"), 80, Redaction::count));
    table.getColumns().add(Tables.text(messages.text("source.reason"), 300, Redaction::reason));
    table
        .getColumns()
        .add(
            Tables.text(
                messages.text("source.type"), 160, (Redaction one) -> one.type().toString()));
    table.getColumns().add(Tables.text(messages.text("source.place"), 300, Redaction::path));
    table.getItems().setAll(preview.redactions());
    table.getStyleClass().add("source-redactions");
    Tables.fitTo(table, PLACES_SHOWN);
    return table;
  }

  private String what(Redaction redaction) {
    return messages.text(redaction.kept() ? "source.kept" : "source.removed");
  }

  private String leftOutNote(Preview preview) {
    return preview.skipped().isEmpty()
        ? messages.text("source.left-out-none")
        : messages.text("source.left-out-note", preview.leftOut());
  }

  private VBox leftOut(Preview preview) {
    VBox list = column("source-skipped");
    preview
        .skipped()
        .forEach(
            (kind, parts) -> {
              list.getChildren()
                  .add(label(messages.text("source.skipped", words.of(kind), parts.size())));
              list.getChildren().add(parts(parts));
            });
    return list;
  }

  private VBox parts(List<Skipped> parts) {
    VBox list = column("source-skipped-parts");
    parts.stream()
        .map(part -> LongPaths.shortened(part.file() + ": " + part.reason()))
        .distinct()
        .limit(FILES_SHOWN)
        .forEach(
            text ->
                list.getChildren()
                    .add(paragraph(Printable.of(text), Styles.TEXT_MUTED, Styles.TEXT_SMALL)));
    if (parts.size() > FILES_SHOWN) {
      list.getChildren()
          .add(
              label(
                  messages.text("source.more", parts.size() - FILES_SHOWN),
                  Styles.TEXT_MUTED,
                  Styles.TEXT_SMALL));
    }
    return list;
  }

  private TableColumn<TypeCoverage, String> text(
      String key, double width, Function<TypeCoverage, String> value) {
    return Tables.text(messages.text(key), width, value);
  }

  private VBox fact(String key, String value) {
    return Pages.fact(messages.text(key), value);
  }

  private String told(@Nullable String value) {
    return value == null || value.isEmpty()
        ? messages.text("source.not-told")
        : Printable.of(value);
  }

  private String time(@Nullable Instant instant) {
    return instant == null ? messages.text("source.not-told") : times.format(instant);
  }

  private String number(int number) {
    return messages.text("source.number", number);
  }
}
