package org.safeguard.desktop.source;

import static org.safeguard.desktop.look.Nodes.button;
import static org.safeguard.desktop.look.Nodes.growing;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.row;
import static org.safeguard.desktop.look.Nodes.setShown;
import static org.safeguard.desktop.look.Nodes.spring;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.look.Pages;
import org.safeguard.desktop.look.ScreenView;
import org.safeguard.desktop.look.Stylesheet;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Printable;
import org.safeguard.desktop.text.Words;

/// What each source holds and lacks, to be looked at before the run. More sources can be dropped.
public final class SourceView implements ScreenView {

  private final SourceViewModel model;
  private final Messages messages;
  private final Words words;
  private final ScrollPane page = new ScrollPane();
  private final Label scope = label("");
  private final Button clearScope;
  private final Button assess;

  public SourceView(SourceViewModel model, Messages messages, Words words) {
    this.model = model;
    this.messages = messages;
    this.words = words;
    clearScope = button(messages.text("source.scope-clear"), model::clearScope);
    assess = button(messages.text("source.assess"), model::assess, Styles.ACCENT);
  }

  @Override
  public Parent createView() {
    page.setId("source-page");
    page.setFocusTraversable(true);
    page.setAccessibleText(messages.text("source.title"));
    model.previewsProperty().subscribe(this::show);
    BorderPane screen = new BorderPane(page);
    screen.setBottom(actions());
    screen.getStylesheets().add(Stylesheet.of(SourceView.class, "source.css"));
    screen.setOnDragOver(SourceView::dragged);
    screen.setOnDragDropped(this::dropped);
    return screen;
  }

  @Override
  public List<Node> panes() {
    return List.of(assess, page);
  }

  private HBox actions() {
    Button choose = button(messages.text("source.scope-choose"), model::chooseScope);
    choose.setId("choose-scope");
    choose.setAccessibleHelp(messages.text("source.scope-help"));
    assess.setId("assess-sources");
    assess.setDefaultButton(true);
    clearScope.setId("clear-scope");
    scope.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    scope.setMinWidth(40);
    scope.setId("scope");
    model.scopeProperty().subscribe(this::showScope);
    Label name = label(messages.text("source.scope"), Styles.TEXT_BOLD);
    name.setMinWidth(Label.USE_PREF_SIZE);
    return row(
        "action-bar",
        name,
        scope,
        choose,
        clearScope,
        spring(),
        button(messages.text("source.back"), model::back),
        assess);
  }

  private void showScope(@Nullable Path file) {
    scope.setText(
        file == null ? messages.text("source.scope-none") : Printable.of(file.toString()));
    setShown(clearScope, file != null);
  }

  private void show(List<Preview> previews) {
    if (previews.isEmpty()) {
      page.setContent(null); // the objects of a large cluster need not stay in memory
      return;
    }
    List<Node> cards = new ArrayList<>();
    cards.add(head(previews));
    String clusters = model.clusters();
    if (!clusters.isEmpty()) {
      cards.add(
          Pages.note(
              Pages.Tone.WARNING,
              messages.text("source.several-clusters"),
              messages.text("source.several-clusters-why", Printable.of(clusters))));
    }
    for (Preview preview : previews) {
      cards.add(new PreviewCard(model, messages, words).of(preview, previews.size() > 1));
    }
    Pages.fill(page, cards.toArray(Node[]::new));
    page.setVvalue(0);
  }

  private HBox head(List<Preview> previews) {
    Button file = button(messages.text("source.add-file"), model::addFile);
    file.setId("add-file");
    Button folder = button(messages.text("source.add-folder"), model::addFolder);
    Label title = label(messages.text("source.title"), Styles.TITLE_2);
    title.setMinWidth(Label.USE_PREF_SIZE);
    Label note =
        label(messages.text("source.note", previews.size()), Styles.TEXT_MUTED, "source-note");
    return row("source-head", title, growing(note), spring(), file, folder);
  }

  private static void dragged(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    event.setDropCompleted(!files.isEmpty());
    event.consume();
    model.add(files.stream().map(File::toPath).toList());
  }
}
