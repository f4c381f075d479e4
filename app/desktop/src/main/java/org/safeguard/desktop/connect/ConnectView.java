package org.safeguard.desktop.connect;

import static org.safeguard.desktop.look.Nodes.button;
import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.paragraph;
import static org.safeguard.desktop.look.Nodes.row;
import static org.safeguard.desktop.look.Nodes.spring;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.look.Pages;
import org.safeguard.desktop.look.ScreenView;
import org.safeguard.desktop.look.Stylesheet;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Printable;

/// Which cluster, what is read of it, whether it answers, and where the bundle goes.
public final class ConnectView implements ScreenView {

  private final ConnectViewModel model;
  private final Messages messages;
  private final ContextCard contexts;
  private final CheckCard check;
  private final ReadingCard reading;
  private final Runnable leave;
  private final ScrollPane page = new ScrollPane();
  private final Label out = label("");
  private final Button chooseOut;
  private final Button capture;

  /// @param leave goes back to where the user came from
  public ConnectView(ConnectViewModel model, Messages messages, Runnable leave) {
    this.model = model;
    this.messages = messages;
    this.leave = leave;
    contexts = new ContextCard(model, messages);
    check = new CheckCard(model, messages);
    reading = new ReadingCard(model, messages);
    chooseOut = button(messages.text("connect.choose-out"), model::chooseOut);
    capture = button(messages.text("connect.capture"), model::capture, Styles.ACCENT);
  }

  @Override
  public Parent createView() {
    VBox head =
        column(
            "card-head",
            label(messages.text("connect.title"), Styles.TITLE_2),
            paragraph(messages.text("connect.subtitle"), Styles.TEXT_MUTED));
    Pages.fill(page, head, contexts.create(), check.create(), reading.create());
    page.setId("connect-page");
    BorderPane screen = new BorderPane(page);
    screen.setBottom(actions());
    screen.getStylesheets().add(Stylesheet.of(ConnectView.class, "connect.css"));
    model.selectedProperty().subscribe(_ -> enable());
    model.invalidProperty().subscribe(_ -> enable());
    return screen;
  }

  @Override
  public List<Node> panes() {
    return List.of(contexts.first(), check.first(), capture);
  }

  private HBox actions() {
    out.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    out.setMinWidth(40);
    out.setId("out");
    model.outProperty().subscribe(this::showOut);
    chooseOut.setId("choose-out");
    capture.setId("start-capture");
    Label name = label(messages.text("connect.out"), Styles.TEXT_BOLD);
    name.setMinWidth(Label.USE_PREF_SIZE);
    return row(
        "action-bar",
        name,
        out,
        chooseOut,
        spring(),
        button(messages.text("connect.back"), leave),
        capture);
  }

  private void showOut(@Nullable Path file) {
    out.setText(file == null ? messages.text("connect.no-out") : Printable.of(file.toString()));
  }

  private void enable() {
    boolean none = model.selectedProperty().get() == null;
    chooseOut.setDisable(none);
    capture.setDisable(none || !model.invalidProperty().get().isEmpty());
  }
}
