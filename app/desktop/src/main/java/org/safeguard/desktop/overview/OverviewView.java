package org.safeguard.desktop.overview;

import static org.safeguard.desktop.look.Nodes.button;
import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.growing;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.paragraph;
import static org.safeguard.desktop.look.Nodes.row;
import static org.safeguard.desktop.look.Nodes.spring;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.look.Badges;
import org.safeguard.desktop.look.ScreenView;
import org.safeguard.desktop.look.Stylesheet;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Words;
import org.safeguard.model.risk.EvidenceState;
import org.safeguard.model.risk.Level;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.verdict.Status;

/// The latest run at a glance. What was not assessed stands beside every figure.
public final class OverviewView implements ScreenView {

  private final OverviewViewModel model;
  private final Messages messages;
  private final Words words;
  private final Bars bars;
  private final ScrollPane scroll = new ScrollPane();

  public OverviewView(OverviewViewModel model, Messages messages, Words words) {
    this.model = model;
    this.messages = messages;
    this.words = words;
    bars = new Bars(messages);
  }

  @Override
  public Parent createView() {
    scroll.setFitToWidth(true);
    scroll.getStyleClass().addAll("overview", Styles.FLAT);
    scroll.getStylesheets().add(Stylesheet.of(OverviewView.class, "overview.css"));
    model.overviewProperty().subscribe(this::show);
    return scroll;
  }

  @Override
  public List<Node> panes() {
    return List.of(scroll.getContent());
  }

  private void show(@Nullable Overview overview) {
    VBox page = overview == null ? empty() : page(overview);
    page.setMaxWidth(1200);
    scroll.setContent(column("overview-centred", page));
    scroll.setVvalue(0);
  }

  private VBox empty() {
    return column(
        "overview-empty",
        label(messages.text("overview.empty"), Styles.TITLE_3),
        paragraph(messages.text("overview.empty-why"), Styles.TEXT_MUTED),
        row(
            "overview-empty-buttons",
            button(messages.text("overview.assess-file"), model::assessFile, Styles.ACCENT),
            button(messages.text("overview.assess-folder"), model::assessFolder)));
  }

  private VBox page(Overview overview) {
    return column(
        "overview-page",
        new SourceSection(messages).of(overview),
        new StatusCards(model, messages, words).of(overview),
        beside(severities(overview), levels(overview)),
        section(
            "overview.worst", open(overview), new RiskSection(model, messages, words).of(overview)),
        beside(
            states("overview.safeguards", overview.safeguards()),
            states("overview.citations", overview.citations())),
        section("overview.gaps", open(overview), new GapSection(messages, words).gaps(overview)),
        section(
            "overview.coverage",
            messages.text("overview.coverage-note"),
            new CoverageSection(messages, words).of(overview)),
        section(
            "overview.skipped",
            messages.text("overview.skipped-note"),
            new GapSection(messages, words).skipped(overview)));
  }

  private VBox severities(Overview overview) {
    return section(
        "overview.failures",
        open(overview),
        bars(
            overview.failures(),
            words::of,
            Badges::styleOf,
            (Severity severity) -> model.showFailures(severity)));
  }

  private VBox levels(Overview overview) {
    return section(
        "overview.risks",
        open(overview),
        bars(overview.risks(), words::of, Badges::styleOf, (Consumer<Level>) null));
  }

  private VBox states(String title, Map<EvidenceState, Integer> states) {
    int open = states.getOrDefault(EvidenceState.NOT_ASSESSED, 0);
    return section(
        title,
        messages.text("overview.open", open),
        bars(states, words::of, Badges::styleOf, (Consumer<EvidenceState>) null));
  }

  private <E> Node bars(
      Map<E, Integer> counts,
      Function<E, String> name,
      Function<E, String> style,
      @Nullable Consumer<E> action) {
    return bars.of(
        counts.entrySet().stream()
            .map(
                entry ->
                    new Bars.Bar(
                        name.apply(entry.getKey()),
                        entry.getValue(),
                        style.apply(entry.getKey()),
                        action == null ? null : () -> action.accept(entry.getKey())))
            .toList());
  }

  private String open(Overview overview) {
    return messages.text("overview.open", overview.of(Status.NOT_ASSESSED));
  }

  private VBox section(String title, String note, Node content) {
    HBox head =
        row(
            "overview-section-head",
            label(messages.text(title), Styles.TITLE_4),
            spring(),
            label(note, Styles.TEXT_MUTED, Styles.TEXT_SMALL));
    return column("overview-section", head, content);
  }

  private static Node beside(VBox left, VBox right) {
    left.setPrefWidth(300);
    right.setPrefWidth(300);
    return row("overview-beside", growing(left), growing(right));
  }
}
