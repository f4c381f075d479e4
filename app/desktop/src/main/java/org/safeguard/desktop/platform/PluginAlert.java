package org.safeguard.desktop.platform;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.safeguard.desktop.look.Nodes;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Printable;

/// Shows the command of a log-in program and asks whether it may run.
public final class PluginAlert {

  private static final double GAP = 12;

  private final Alert alert;
  private final ButtonType run;

  private PluginAlert(Alert alert, ButtonType run) {
    this.alert = alert;
    this.run = run;
  }

  /// The question, not asked yet.
  public static PluginAlert of(
      Messages messages, String context, List<String> command, Window owner) {
    ButtonType run = new ButtonType(messages.text("plugin.run"), ButtonData.APPLY);
    ButtonType back = new ButtonType(messages.text("plugin.back"), ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.WARNING, "", back, run);
    alert.initOwner(owner);
    alert.setTitle(messages.text("app.name"));
    alert.setHeaderText(messages.text("plugin.question"));
    TextArea exact = new TextArea(Printable.command(command));
    exact.setId("plugin-command");
    exact.setEditable(false);
    exact.setWrapText(true);
    exact.setPrefRowCount(4);
    exact.getStyleClass().add(Styles.TEXT);
    exact.setStyle("-fx-font-family: monospace;");
    exact.setAccessibleText(messages.text("plugin.command-accessible"));
    VBox content =
        new VBox(
            GAP,
            Nodes.paragraph(messages.text("plugin.why", Printable.of(context))),
            exact,
            Nodes.paragraph(messages.text("plugin.advice"), Styles.TEXT_MUTED));
    alert.getDialogPane().setContent(content);
    alert.getDialogPane().setPrefWidth(620);
    Button yes = (Button) alert.getDialogPane().lookupButton(run);
    yes.setDefaultButton(false);
    Button no = (Button) alert.getDialogPane().lookupButton(back);
    no.setDefaultButton(true); // Enter must never run a stranger's program
    return new PluginAlert(alert, run);
  }

  /// The window, for pictures of it.
  Alert alert() {
    return alert;
  }

  /// Asks and waits for the answer.
  public boolean asked() {
    return alert.showAndWait().filter(run::equals).isPresent();
  }
}
