package org.safeguard.desktop.start;

import static org.safeguard.desktop.look.Nodes.button;
import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.growing;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.paragraph;
import static org.safeguard.desktop.look.Nodes.row;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.safeguard.desktop.look.Icon;
import org.safeguard.desktop.look.ScreenView;
import org.safeguard.desktop.look.Stylesheet;
import org.safeguard.desktop.text.Messages;

/// The first screen. A source can be dropped anywhere on it.
public final class StartView implements ScreenView {

  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

  private final StartViewModel model;
  private final Messages messages;
  private final ListView<RecentEntry> recent = new ListView<>();
  private final Button choose;
  private final VBox dropZone;

  public StartView(StartViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    choose = button(messages.text("start.choose-file"), model::assessFile, Styles.ACCENT);
    choose.setId("choose-file");
    dropZone = dropZone();
  }

  @Override
  public Parent createView() {
    HBox ways = row("start-ways", growing(sources()), growing(engagements()));
    VBox page = column("start-page", hero(), ways, promises());
    page.setMaxWidth(900);
    VBox centred = column("start-centred", page);
    ScrollPane scroll = new ScrollPane(centred);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().addAll("start", Styles.FLAT);
    scroll.getStylesheets().add(Stylesheet.of(StartView.class, "start.css"));
    scroll.setOnDragOver(this::dragged);
    scroll.setOnDragExited(_ -> dropZone.pseudoClassStateChanged(DROPPING, false));
    scroll.setOnDragDropped(this::dropped);
    return scroll;
  }

  @Override
  public List<Node> panes() {
    return List.of(choose, recent);
  }

  private Node hero() {
    Region shield = Icon.SHIELD.node();
    shield.getStyleClass().add("start-shield");
    VBox words =
        column(
            "start-hero-words",
            label(messages.text("app.name"), Styles.TITLE_1),
            paragraph(messages.text("start.subtitle"), Styles.TEXT_MUTED));
    return row("start-hero", shield, growing(words));
  }

  private VBox sources() {
    VBox.setVgrow(dropZone, Priority.ALWAYS);
    return column("start-sources", dropZone, cluster());
  }

  private HBox cluster() {
    Button connect = button(messages.text("start.connect"), model::connect);
    connect.setId("connect");
    VBox words =
        column(
            "start-connect-words",
            label(messages.text("start.connect-title"), Styles.TEXT_BOLD),
            paragraph(messages.text("start.connect-why"), Styles.TEXT_MUTED, Styles.TEXT_SMALL));
    return row("start-connect", growing(words), connect);
  }

  private VBox dropZone() {
    Region icon = Icon.DROP.node();
    icon.getStyleClass().add("start-drop-icon");
    Button folder = button(messages.text("start.choose-folder"), model::assessFolder);
    VBox zone =
        column(
            "start-drop",
            icon,
            label(messages.text("start.drop"), Styles.TITLE_4),
            paragraph(messages.text("start.drop-kinds"), Styles.TEXT_MUTED, "start-drop-kinds"),
            row("start-buttons", choose, folder));
    zone.setAccessibleText(messages.text("start.drop-accessible"));
    return zone;
  }

  private Node engagements() {
    Button fresh = button(messages.text("start.new"), model::newEngagement);
    Button open = button(messages.text("start.open"), model::openEngagement);
    recent.setItems(model.recent());
    recent.setId("recent");
    recent.getStyleClass().addAll("start-recent", Styles.DENSE);
    recent.setAccessibleText(messages.text("start.recent-accessible"));
    recent.setPlaceholder(paragraph(messages.text("start.recent-empty"), Styles.TEXT_MUTED));
    recent.setCellFactory(_ -> new RecentCell(messages));
    recent.setOnKeyPressed(this::recentKey);
    recent.setOnMouseClicked(this::recentClick);
    VBox.setVgrow(recent, Priority.ALWAYS);
    VBox box =
        column(
            "start-engagements",
            row("start-buttons", fresh, open),
            label(messages.text("start.recent"), Styles.TEXT_BOLD),
            recent);
    return box;
  }

  private Node promises() {
    HBox promises =
        row(
            "start-promises",
            promise(messages.text("start.never-write"), messages.text("start.never-write-why")),
            promise(messages.text("start.never-send"), messages.text("start.never-send-why")),
            promise(
                messages.text("start.never-secrets"), messages.text("start.never-secrets-why")));
    return promises;
  }

  private Node promise(String title, String why) {
    HBox head = row("start-promise-head", Icon.LOCK.node(), label(title, Styles.TEXT_BOLD));
    VBox promise =
        column("start-promise", head, paragraph(why, Styles.TEXT_MUTED, Styles.TEXT_SMALL));
    promise.setPrefWidth(260);
    return growing(promise);
  }

  private void recentKey(KeyEvent event) {
    RecentEntry entry = recent.getSelectionModel().getSelectedItem();
    if (entry == null) {
      return;
    }
    switch (event.getCode()) {
      case ENTER, SPACE -> model.open(entry);
      case DELETE -> model.forget(entry);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void recentClick(MouseEvent event) {
    RecentEntry entry = recent.getSelectionModel().getSelectedItem();
    if (entry != null && event.getClickCount() == 2) {
      model.open(entry);
    }
  }

  private void dragged(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      dropZone.pseudoClassStateChanged(DROPPING, true);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    event.setDropCompleted(!files.isEmpty());
    event.consume();
    model.read(files.stream().map(File::toPath).toList());
  }
}
