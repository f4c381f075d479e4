package org.safeguard.desktop.capture;

import static org.safeguard.desktop.look.Nodes.button;
import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.focus;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.paragraph;
import static org.safeguard.desktop.look.Nodes.row;
import static org.safeguard.desktop.look.Nodes.setShown;
import static org.safeguard.desktop.look.Nodes.spring;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.look.Badges;
import org.safeguard.desktop.look.ScreenView;
import org.safeguard.desktop.look.Stylesheet;
import org.safeguard.desktop.look.Tables;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Printable;
import org.safeguard.desktop.text.Words;
import org.safeguard.desktop.usecase.Captured;
import org.safeguard.model.snapshot.Coverage;

/// A capture while it goes on, type by type, and then what it brought and what it could not.
public final class CaptureView implements ScreenView {

  private final CaptureViewModel model;
  private final Messages messages;
  private final Words words;
  private final Badges badges;
  private final CaptureSummary summary;

  private final Label title = paragraph("", Styles.TITLE_2);
  private final Label detail = label("", Styles.TEXT_MUTED);
  private final ProgressBar bar = new ProgressBar();
  private final Label types = label("", Styles.TEXT_BOLD);
  private final Label objects = label("", Styles.TEXT_BOLD);
  private final Label requests = label("", Styles.TEXT_BOLD);
  private final Label elapsed = label("", Styles.TEXT_BOLD);
  private final VBox end = column("capture-end");
  private final Timeline clock;

  private final Button cancel;
  private final Button again;
  private final Button rest;
  private final Button folder;
  private final Button back;
  private final Button assess;
  private @Nullable TableView<CaptureRow> table;

  public CaptureView(CaptureViewModel model, Messages messages, Words words) {
    this.model = model;
    this.messages = messages;
    this.words = words;
    badges = new Badges(words);
    summary = new CaptureSummary(messages, words);
    clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> model.tick()));
    clock.setCycleCount(Animation.INDEFINITE);
    cancel = action("capture.cancel", "cancel-capture", model::cancel);
    again = action("capture.again", "capture-again", model::tryAgain);
    rest = action("capture.rest", "capture-rest", model::captureTheRest);
    folder = action("capture.folder", "capture-folder", model::showInFolder);
    back = action("capture.back", "capture-back", model::leave);
    assess = action("capture.assess", "capture-assess", model::assess);
    assess.getStyleClass().add(Styles.ACCENT);
    assess.setDefaultButton(true);
  }

  @Override
  public Parent createView() {
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.text("capture.progress-accessible"));
    detail.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    TableView<CaptureRow> types = types();
    table = types;
    VBox.setVgrow(types, Priority.ALWAYS);
    end.setId("capture-end");
    VBox page = column("capture-page", title, column("capture-bar", bar, detail), figures(), end);
    page.getChildren().add(types);
    types.setMinHeight(220);
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().addAll("page-scroll", Styles.FLAT);
    BorderPane screen = new BorderPane(scroll);
    screen.setBottom(row("action-bar", cancel, spring(), back, folder, rest, again, assess));
    screen.getStylesheets().add(Stylesheet.of(CaptureView.class, "capture.css"));
    model.totalsProperty().subscribe(this::showTotals);
    model.stateProperty().subscribe(this::showState);
    return screen;
  }

  @Override
  public List<Node> panes() {
    return table == null ? List.of() : List.of(cancel, assess, again, table);
  }

  private HBox figures() {
    return row(
        "capture-figures",
        figure("capture.types", types),
        figure("capture.objects", objects),
        figure("capture.requests", requests),
        figure("capture.elapsed", elapsed));
  }

  private VBox figure(String key, Label value) {
    return column("fact", label(messages.text(key), Styles.TEXT_MUTED, Styles.TEXT_SMALL), value);
  }

  private TableView<CaptureRow> types() {
    TableView<CaptureRow> all =
        Tables.table(
            messages.text("capture.table-accessible"), messages.text("capture.no-types-yet"));
    SortedList<CaptureRow> sorted = new SortedList<>(model.rows());
    sorted.comparatorProperty().bind(all.comparatorProperty());
    all.setItems(sorted);
    all.setId("capture-types");
    all.getColumns()
        .add(
            Tables.text(
                messages.text("capture.type"), 300, (CaptureRow row) -> row.type().toString()));
    all.getColumns()
        .add(Tables.badge(messages.text("capture.state"), 130, this::badge, this::stateWord));
    all.getColumns().add(Tables.number(messages.text("capture.count"), 90, CaptureRow::objects));
    all.getColumns().add(Tables.text(messages.text("capture.cause"), 420, CaptureRow::cause));
    return all;
  }

  private Label badge(CaptureRow row) {
    Coverage coverage = row.coverage();
    if (coverage == null || coverage == Coverage.UNKNOWN) {
      return badges.plain(stateWord(row), row.reading() ? "coverage-reading" : "coverage-waiting");
    }
    return badges.of(coverage);
  }

  private String stateWord(CaptureRow row) {
    Coverage coverage = row.coverage();
    if (coverage == Coverage.UNKNOWN) {
      return messages.text("capture.left-out"); // a capture knows why it did not ask
    }
    return coverage == null
        ? messages.text(row.reading() ? "capture.reading" : "capture.waiting")
        : words.of(coverage);
  }

  private void showTotals(CaptureTotals totals) {
    boolean active = model.stateProperty().get().active();
    double fraction = totals.fraction();
    bar.setProgress(
        fraction < 0 ? active ? ProgressIndicator.INDETERMINATE_PROGRESS : 0 : fraction);
    types.setText(messages.text("capture.types-of", totals.done(), totals.types()));
    objects.setText(messages.text("capture.number", totals.objects()));
    requests.setText(messages.text("capture.number", totals.requests()));
    elapsed.setText(totals.clock());
    detail.setText(Printable.of(totals.message()));
  }

  private void showState(CaptureState state) {
    setShown(cancel, state.active());
    cancel.setDisable(state == CaptureState.STOPPING);
    cancel.setText(
        messages.text(state == CaptureState.STOPPING ? "capture.cancelling" : "capture.cancel"));
    Captured outcome = model.outcomeProperty().get();
    boolean bundle = state == CaptureState.DONE;
    setShown(assess, bundle);
    setShown(folder, bundle);
    setShown(rest, bundle && outcome != null && !outcome.complete());
    setShown(again, state == CaptureState.FAILED || state == CaptureState.CANCELLED);
    setShown(back, !state.active());
    title.setText(title(state));
    end.getChildren().setAll(summary.of(state, outcome, model));
    setShown(end, !end.getChildren().isEmpty());
    if (table != null) {
      setShown(table, state.active() || !model.rows().isEmpty());
    }
    setShown(bar, state.active());
    setShown(detail, state.active());
    showTotals(model.totalsProperty().get());
    if (state.active()) {
      clock.play();
    } else {
      clock.stop();
      focus(bundle ? assess : again);
    }
  }

  private String title(CaptureState state) {
    String context = Printable.of(model.context());
    return switch (state) {
      case IDLE, RUNNING -> messages.text("capture.running", context);
      case STOPPING -> messages.text("capture.stopping", context);
      case DONE -> messages.text("capture.done", context);
      case CANCELLED -> messages.text("capture.cancelled", context);
      case FAILED -> messages.text("capture.failed", context);
    };
  }

  private Button action(String key, String id, Runnable action) {
    Button button = button(messages.text(key), action);
    button.setId(id);
    return button;
  }
}
