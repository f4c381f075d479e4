package org.safeguard.desktop;

import static org.safeguard.desktop.look.Nodes.button;
import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.focus;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.row;
import static org.safeguard.desktop.look.Nodes.setShown;
import static org.safeguard.desktop.look.Nodes.spring;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.findings.FindingsView;
import org.safeguard.desktop.look.Icon;
import org.safeguard.desktop.look.ScreenView;
import org.safeguard.desktop.look.Stylesheet;
import org.safeguard.desktop.look.Themes;
import org.safeguard.desktop.platform.Browser;
import org.safeguard.desktop.session.EngagementSession;
import org.safeguard.desktop.text.Messages;

/// The window: menu, header, one screen at a time, and a line of news.
final class ShellView {

  private final ShellViewModel model;
  private final EngagementSession session;
  private final Themes themes;
  private final Browser browser;
  private final Messages messages;
  private final FindingsView findings;
  private final Map<Screen, ScreenView> screens;
  private final Map<Screen, Parent> nodes = new EnumMap<>(Screen.class);
  private final StackPane centre = new StackPane();
  private final HBox header;

  ShellView(
      ShellViewModel model,
      EngagementSession session,
      Themes themes,
      Browser browser,
      Messages messages,
      FindingsView findings,
      Map<Screen, ScreenView> screens) {
    this.model = model;
    this.session = session;
    this.themes = themes;
    this.browser = browser;
    this.messages = messages;
    this.findings = findings;
    this.screens = new EnumMap<>(screens);
    header = new ShellHeader(model, session, messages).create();
  }

  Scene createScene(double width, double height) {
    BorderPane root = new BorderPane(centre);
    root.setTop(
        column(
            "shell-top",
            new ShellMenu(model, session, themes, messages, this::find).create(),
            header));
    root.setBottom(news());
    screens.forEach((screen, view) -> nodes.put(screen, view.createView()));
    Scene scene = new Scene(root, width, height);
    scene.getStylesheets().add(Stylesheet.of(ShellView.class, "app.css"));
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::moveBetweenPanes);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::goBack);
    model.screenProperty().subscribe(this::show);
    return scene;
  }

  private void find() {
    model.show(Screen.FINDINGS);
    Platform.runLater(findings::focusFilter); // after the screen took the keyboard
  }

  private void show(Screen screen) {
    centre.getChildren().setAll(nodes.get(screen));
    Platform.runLater(
        () -> {
          if (model.screenProperty().get() == screen) {
            centre.applyCss(); // a scroll pane holds its content only once it has its skin
            focusFirst(panes(screen));
          }
        });
  }

  private List<Node> panes(Screen screen) {
    ScreenView view = screens.get(screen);
    return view == null ? List.of() : view.panes();
  }

  private static void focusFirst(List<Node> panes) {
    for (Node pane : panes) {
      if (focus(pane)) {
        return;
      }
    }
  }

  private HBox news() {
    Label text = label("", Styles.TEXT_SMALL);
    HBox news = row("shell-news", Icon.CHECK.node(), text, spring());
    news.getChildren().add(button(messages.text("news.open"), this::openExported, Styles.SMALL));
    news.setId("news");
    model
        .exportedProperty()
        .subscribe(
            file -> {
              setShown(news, file != null);
              text.setText(file == null ? "" : messages.text("news.exported", file));
            });
    return news;
  }

  private void openExported() {
    @Nullable Path file = model.exportedProperty().get();
    if (file != null) {
      browser.open(file);
    }
  }

  private void moveBetweenPanes(KeyEvent event) {
    if (event.getCode() == KeyCode.F6) {
      nextPane(event.isShiftDown());
      event.consume();
    }
  }

  private void nextPane(boolean back) {
    List<Node> panes = new ArrayList<>(panes(model.screenProperty().get()));
    panes.add(header);
    int now = current(panes);
    for (int step = 1; step <= panes.size(); step++) {
      int next = Math.floorMod(back ? now - step : now + step, panes.size());
      if (focus(panes.get(next))) {
        return;
      }
    }
  }

  private int current(List<Node> panes) {
    Node at = centre.getScene().getFocusOwner();
    while (at != null) {
      int index = panes.indexOf(at);
      if (index >= 0) {
        return index;
      }
      at = at.getParent();
    }
    return 0;
  }

  private void goBack(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.back();
      event.consume();
    }
  }
}
