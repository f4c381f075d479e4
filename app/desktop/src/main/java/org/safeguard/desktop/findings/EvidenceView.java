package org.safeguard.desktop.findings;

import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.growing;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.paragraph;
import static org.safeguard.desktop.look.Nodes.row;
import static org.safeguard.desktop.look.Nodes.setShown;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.look.Badges;
import org.safeguard.desktop.text.LongPaths;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Words;
import org.safeguard.model.verdict.Evidence;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.Verdict;

/// The evidence of the selected verdict: where, what was observed, the object, and what the rule
/// says about it.
final class EvidenceView {

  private static final int CHOICES = 6;

  private final EvidenceViewModel model;
  private final Messages messages;
  private final Words words;
  private final Badges badges;
  private final RuleSections rule;

  private final VBox head = column("evidence-head");
  private final HBox choices = row("evidence-choices");
  private final VBox observed = column("evidence-observed");
  private final Label nearest;
  private final VBox about = column("evidence-about");
  private final ListView<YamlLine> yaml;
  private final VBox page;
  private final VBox nothing;
  private final ScrollPane scroll = new ScrollPane();

  EvidenceView(EvidenceViewModel model, Messages messages, Words words) {
    this.model = model;
    this.messages = messages;
    this.words = words;
    badges = new Badges(words);
    rule = new RuleSections(model, messages, words);
    yaml = new YamlView(model, messages).create();
    nearest = paragraph(messages.text("evidence.nearest"), Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    VBox object = column("evidence-object", choices, observed, yaml, nearest);
    page = column("evidence-page", head, object, about);
    nothing =
        column(
            "evidence-nothing",
            label(messages.text("evidence.nothing"), Styles.TEXT_BOLD),
            paragraph(messages.text("evidence.nothing-why"), Styles.TEXT_MUTED));
  }

  Node create() {
    scroll.setFitToWidth(true);
    scroll.setId("evidence");
    scroll.getStyleClass().addAll("evidence", Styles.FLAT);
    model.verdictProperty().subscribe(shown -> show(shown));
    model.evidenceProperty().subscribe(shown -> show(shown));
    model
        .yamlProperty()
        .subscribe(shown -> setShown(nearest, shown.target() >= 0 && !shown.exact()));
    return scroll;
  }

  /// Moves the keyboard into the evidence.
  void focus() {
    yaml.requestFocus();
  }

  private void show(@Nullable Verdict verdict) {
    scroll.setContent(verdict == null ? nothing : page);
    scroll.setFitToHeight(verdict == null);
    scroll.setVvalue(0);
    if (verdict != null) {
      showHead(verdict);
      showChoices(verdict.evidence());
      about.getChildren().setAll(rule.of(verdict));
    }
  }

  private void showHead(Verdict verdict) {
    HBox marks =
        row(
            "evidence-marks",
            badges.of(verdict.status()),
            badges.of(verdict.rule().severity(), verdict.status()),
            label(verdict.rule().id(), Styles.TEXT_MUTED, Styles.TEXT_SMALL));
    String container = verdict.subject().container();
    String subject = verdict.subject().object().toString();
    head.getChildren()
        .setAll(
            marks,
            paragraph(title(verdict), Styles.TITLE_4),
            paragraph(
                container.isEmpty()
                    ? subject
                    : messages.text("evidence.subject", subject, container),
                Styles.TEXT_MUTED));
    reason(verdict).ifPresent(head.getChildren()::add);
  }

  private static String title(Verdict verdict) {
    return verdict.outcome() instanceof Outcome.Failed failed
        ? failed.message()
        : verdict.rule().title();
  }

  private Optional<Node> reason(Verdict verdict) {
    return switch (verdict.outcome()) {
      case Outcome.Passed _, Outcome.Failed _ -> Optional.empty();
      case Outcome.NotApplicable(String reason) -> Optional.of(paragraph(reason));
      case Outcome.NotAssessed(var cause) ->
          Optional.of(
              paragraph(messages.text("evidence.cause", words.of(cause.code()), cause.detail())));
    };
  }

  private void showChoices(List<Evidence> all) {
    choices.getChildren().clear();
    setShown(choices, all.size() > 1);
    if (all.size() < 2) {
      return;
    }
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < Math.min(all.size(), CHOICES); i++) {
      Evidence evidence = all.get(i);
      ToggleButton choice = new ToggleButton(messages.text("evidence.choice", i + 1));
      choice.setToggleGroup(group);
      choice.getStyleClass().add(Styles.SMALL);
      choice.setSelected(i == 0);
      choice.setAccessibleText(
          messages.text("evidence.choice-accessible", i + 1, evidence.pointer()));
      choice.setOnAction(
          _ -> {
            choice.setSelected(true); // one of them is always chosen
            model.choose(evidence);
          });
      choices.getChildren().add(choice);
    }
    if (all.size() > CHOICES) {
      choices
          .getChildren()
          .add(label(messages.text("evidence.more", all.size() - CHOICES), Styles.TEXT_MUTED));
    }
  }

  private void show(@Nullable Evidence evidence) {
    setShown(observed, evidence != null);
    if (evidence == null) {
      return;
    }
    String file = LongPaths.shortened(evidence.file());
    String place =
        evidence.line() > 0
            ? messages.text("evidence.place", file, String.valueOf(evidence.line()))
            : file;
    Node read = fact("evidence.file", place, "evidence-plain");
    Tooltip.install(read, new Tooltip(evidence.file()));
    Node object = fact("evidence.object", evidence.object().toString(), "evidence-plain");
    setShown(object, !isSubject(evidence));
    observed
        .getChildren()
        .setAll(
            fact("evidence.observed", evidence.observed(), "evidence-value"),
            fact("evidence.pointer", pointer(evidence), "evidence-code"),
            object,
            read);
  }

  /// The head names the subject already.
  private boolean isSubject(Evidence evidence) {
    Verdict verdict = model.verdictProperty().get();
    return verdict != null && verdict.subject().object().equals(evidence.object());
  }

  private String pointer(Evidence evidence) {
    return evidence.pointer().isEmpty() ? messages.text("evidence.root") : evidence.pointer();
  }

  private Node fact(String key, String value, String style) {
    Label name = label(messages.text(key), Styles.TEXT_MUTED, Styles.TEXT_SMALL, "evidence-name");
    name.setMinWidth(84);
    return row("evidence-fact", name, growing(paragraph(value, style)));
  }
}
