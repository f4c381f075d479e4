package org.safeguard.desktop.connect;

import static org.safeguard.desktop.look.Nodes.button;
import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.growing;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.paragraph;
import static org.safeguard.desktop.look.Nodes.passEscape;
import static org.safeguard.desktop.look.Nodes.row;
import static org.safeguard.desktop.look.Nodes.setShown;
import static org.safeguard.desktop.look.Nodes.spring;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.safeguard.capture.KubeContext;
import org.safeguard.capture.Kubeconfig;
import org.safeguard.desktop.look.Pages;
import org.safeguard.desktop.look.Pages.Tone;
import org.safeguard.desktop.task.Failure;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Printable;

/// The contexts of the kubeconfig, and all there is to know of the chosen one.
final class ContextCard {

  private final ConnectViewModel model;
  private final Messages messages;
  private final LoginWords logins;
  private final ListView<KubeContext> list = new ListView<>();
  private final VBox details = column("connect-details");
  private final Label files = label("", "connect-file");
  private final HBox choice;
  private final VBox problem = column("connect-problem");
  private final Button usual;

  ContextCard(ConnectViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    logins = new LoginWords(messages);
    choice = row("connect-choice", list, growing(details));
    usual = button(messages.text("connect.usual-place"), model::useDefault);
  }

  VBox create() {
    list.setId("contexts");
    passEscape(list);
    list.setAccessibleText(messages.text("connect.contexts-accessible"));
    list.setCellFactory(_ -> new ContextCell());
    list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    details.setMinWidth(0);
    files.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    problem.setId("connect-problem");
    details.setId("context-details");
    model.kubeconfigProperty().subscribe(this::showKubeconfig);
    model.problemProperty().subscribe(_ -> showProblem());
    model.selectedProperty().subscribe(this::showContext);
    return Pages.card(
        messages.text("connect.cluster"),
        messages.text("connect.cluster-note"),
        kubeconfig(),
        problem,
        choice);
  }

  /// What takes the keyboard first.
  Node first() {
    return list;
  }

  private HBox kubeconfig() {
    Button another = button(messages.text("connect.choose-kubeconfig"), model::chooseKubeconfig);
    another.setId("choose-kubeconfig");
    Label name = label(messages.text("connect.kubeconfig"), Styles.TEXT_BOLD);
    name.setMinWidth(Label.USE_PREF_SIZE);
    files.setMinWidth(40);
    return row("connect-kubeconfig", name, files, spring(), usual, another);
  }

  private void chosen(@Nullable KubeContext context) {
    if (context != null) {
      model.selectedProperty().set(context);
    }
  }

  private void showKubeconfig(Kubeconfig kubeconfig) {
    files.setText(
        kubeconfig.files().isEmpty()
            ? messages.text("connect.no-file")
            : kubeconfig.files().stream()
                .map(Path::toString)
                .map(Printable::of)
                .collect(Collectors.joining(", ")));
    list.getItems().setAll(kubeconfig.contexts());
    list.getSelectionModel().select(model.selectedProperty().get());
    setShown(usual, model.fileChosen());
    showProblem();
  }

  private void showProblem() {
    Failure failure = model.problemProperty().get();
    Kubeconfig kubeconfig = model.kubeconfigProperty().get();
    boolean none = kubeconfig.contexts().isEmpty();
    problem.getChildren().clear();
    if (failure != null) {
      problem
          .getChildren()
          .add(
              Pages.note(
                  Tone.WARNING,
                  messages.text("connect.none"),
                  Printable.of(failure.what() + ". " + failure.remedy())));
    } else if (none && !kubeconfig.files().isEmpty()) {
      problem
          .getChildren()
          .add(
              Pages.note(
                  Tone.WARNING,
                  messages.text("connect.none"),
                  messages.text("connect.no-contexts")));
    }
    if (none) {
      problem
          .getChildren()
          .add(paragraph(messages.text("connect.what-is-kubeconfig"), Styles.TEXT_MUTED));
    }
    setShown(problem, none);
    setShown(choice, !none);
    setShown(usual, model.fileChosen());
  }

  private void showContext(@Nullable KubeContext context) {
    if (list.getSelectionModel().getSelectedItem() != context) {
      list.getSelectionModel().select(context);
    }
    details.getChildren().clear();
    if (context == null) {
      return;
    }
    FlowPane facts = new FlowPane();
    facts.getStyleClass().add("facts");
    facts
        .getChildren()
        .addAll(
            fact("connect.context", context.name()),
            fact("connect.cluster-name", context.cluster()),
            fact("connect.server", context.server()),
            fact("connect.user", context.user()),
            fact("connect.namespace", context.namespace()));
    details
        .getChildren()
        .addAll(
            facts,
            Pages.fact(messages.text("connect.login"), logins.of(context.login(), model.now())));
    context
        .warnings()
        .forEach(
            warning ->
                details.getChildren().add(Pages.note(Tone.WARNING, "", Printable.of(warning))));
  }

  private VBox fact(String key, String value) {
    String text = value.isEmpty() ? messages.text("connect.not-told") : Printable.of(value);
    return Pages.fact(messages.text(key), text);
  }

  /// The name, the server below it, and whether there is something to beware of.
  private final class ContextCell extends ListCell<KubeContext> {
    private final Label name = label("", Styles.TEXT_BOLD);
    private final Label server = label("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    private final Label warned = label(messages.text("connect.warned"), "badge", "badge-missing");
    private final Tooltip whole = new Tooltip();
    private final HBox content;

    ContextCell() {
      name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      server.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      warned.setMinWidth(Label.USE_PREF_SIZE);
      VBox words = column("connect-context-words", name, server);
      words.setMinWidth(0);
      content = row("connect-context", growing(words), warned);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable KubeContext context, boolean empty) {
      super.updateItem(context, empty);
      if (empty || context == null) {
        setGraphic(null);
        setTooltip(null);
        setAccessibleText(null);
        return;
      }
      name.setText(Printable.of(context.name()));
      server.setText(Printable.of(context.server()));
      whole.setText(name.getText());
      setTooltip(whole);
      setShown(warned, !context.warnings().isEmpty());
      setAccessibleText(
          messages.text(
              "connect.context-accessible",
              name.getText(),
              server.getText(),
              context.warnings().size()));
      setGraphic(content);
    }
  }
}
