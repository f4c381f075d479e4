package org.safeguard.desktop.run;

import static org.safeguard.desktop.look.Nodes.button;
import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.focus;
import static org.safeguard.desktop.look.Nodes.growing;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.paragraph;
import static org.safeguard.desktop.look.Nodes.row;
import static org.safeguard.desktop.look.Nodes.setShown;
import static org.safeguard.desktop.look.Nodes.spring;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.safeguard.desktop.look.Icon;
import org.safeguard.desktop.look.ScreenView;
import org.safeguard.desktop.look.Stylesheet;
import org.safeguard.desktop.platform.ClipboardAccess;
import org.safeguard.desktop.task.Failure;
import org.safeguard.desktop.text.Messages;

/// Progress with its phases and a way to cancel; then, where it did not end well, one line that
/// says why and what to do.
public final class RunView implements ScreenView {

  private final RunViewModel model;
  private final ClipboardAccess clipboard;
  private final Messages messages;

  private final Label title = paragraph("", Styles.TITLE_3);
  private final ProgressBar bar = new ProgressBar();
  private final Label percent = label("", Styles.TEXT_MUTED, "run-percent");
  private final Label detail = label("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);
  private final VBox steps = column("run-steps");
  private final Label what = paragraph("", Styles.TEXT_BOLD);
  private final Label remedy = paragraph("");
  private final VBox message = column("run-message", what, remedy);
  private final Button cancel;
  private final Button again;
  private final Button back;
  private final Button copy;

  public RunView(RunViewModel model, ClipboardAccess clipboard, Messages messages) {
    this.model = model;
    this.clipboard = clipboard;
    this.messages = messages;
    cancel = button(messages.text("run.cancel"), model::cancel);
    cancel.setId("cancel");
    again = button(messages.text("run.again"), model::tryAgain, Styles.ACCENT);
    again.setId("try-again");
    back = button(messages.text("run.back"), model::leave);
    back.setId("back");
    copy = button(messages.text("run.copy-code"), this::copyCode);
  }

  @Override
  public Parent createView() {
    title.textProperty().bind(model.titleProperty());
    detail.textProperty().bind(model.detailProperty());
    detail.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.text("run.progress-accessible"));
    message.setId("run-message");
    model.stateProperty().subscribe(this::showState);
    model.fractionProperty().subscribe(value -> showFraction(value.doubleValue()));
    model.steps().addListener((ListChangeListener<Step>) _ -> showSteps());
    HBox buttons = row("run-buttons", copy, spring(), back, again, cancel);
    HBox progress = row("run-progress", growing(bar), percent);
    VBox card =
        column("run-card", title, column("run-bar", progress, detail), steps, message, buttons);
    card.setMaxWidth(640);
    card.setMaxHeight(Region.USE_PREF_SIZE);
    VBox page = column("run", card);
    page.getStylesheets().add(Stylesheet.of(RunView.class, "run.css"));
    return page;
  }

  @Override
  public List<Node> panes() {
    return List.of(cancel, again);
  }

  private void showState(RunState state) {
    Failure failure = model.failureProperty().get();
    setShown(cancel, state.active());
    cancel.setDisable(state == RunState.STOPPING);
    cancel.setText(messages.text(state == RunState.STOPPING ? "run.cancelling" : "run.cancel"));
    setShown(again, !state.active());
    setShown(back, !state.active());
    setShown(copy, !failure.code().isEmpty());
    setShown(message, !state.active());
    message.getStyleClass().removeAll("run-message-failed", "run-message-cancelled");
    switch (state) {
      case FAILED -> say("run-message-failed", failure.what(), failure.remedy());
      case CANCELLED ->
          say(
              "run-message-cancelled",
              messages.text("run.cancelled"),
              messages.text("run.cancelled-remedy"));
      case IDLE, RUNNING, STOPPING -> setShown(message, false);
    }
    if (state == RunState.FAILED || state == RunState.CANCELLED) {
      focus(again);
    }
    showFraction(model.fractionProperty().get());
  }

  private void say(String style, String line, String advice) {
    message.getStyleClass().add(style);
    what.setText(line);
    remedy.setText(advice);
  }

  private void showFraction(double fraction) {
    boolean ended = !model.stateProperty().get().active();
    boolean unknown = fraction <= 0; // nothing is done yet, or nobody can say
    bar.setProgress(unknown ? ended ? 0 : ProgressIndicator.INDETERMINATE_PROGRESS : fraction);
    percent.setText(unknown ? "" : messages.text("run.percent", fraction));
  }

  private void showSteps() {
    setShown(steps, !model.steps().isEmpty());
    steps.getChildren().setAll(model.steps().stream().map(this::step).toList());
  }

  private Node step(Step step) {
    Region mark =
        switch (step.state()) {
          case DONE -> Icon.CHECK.node();
          case STOPPED -> Icon.CROSS.node();
          case RUNNING, WAITING -> new Region();
        };
    mark.getStyleClass().add("run-mark");
    HBox row = row("run-step", mark, label(name(step.phase())));
    row.getStyleClass().add("run-step-" + step.state().name().toLowerCase(Locale.ROOT));
    return row;
  }

  private String name(Phase phase) {
    return messages.text(
        switch (phase) {
          case READ -> "run.phase-read";
          case DERIVE -> "run.phase-derive";
          case JUDGE -> "run.phase-judge";
          case ROLL_UP -> "run.phase-roll-up";
          case SAVE -> "run.phase-save";
        });
  }

  private void copyCode() {
    clipboard.copy(model.failureProperty().get().code());
  }
}
