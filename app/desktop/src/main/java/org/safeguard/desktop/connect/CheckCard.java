package org.safeguard.desktop.connect;

import static org.safeguard.desktop.look.Nodes.button;
import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.row;
import static org.safeguard.desktop.look.Nodes.setShown;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.safeguard.capture.ConnectionCheck;
import org.safeguard.desktop.look.Pages;
import org.safeguard.desktop.look.Pages.Tone;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Printable;
import org.safeguard.desktop.usecase.Connection;

/// The test of the connection and what it found.
final class CheckCard {

  private final ConnectViewModel model;
  private final Messages messages;
  private final Button test;
  private final Button stop;
  private final HBox trying;
  private final VBox result = column("connect-result");

  CheckCard(ConnectViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    test = button(messages.text("connect.test"), model::test);
    test.setId("test-connection");
    stop = button(messages.text("connect.stop-test"), model::cancelTest);
    stop.setId("stop-test");
    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(22, 22);
    turning.setAccessibleText(messages.text("connect.trying"));
    trying = row("connect-trying", turning, label(messages.text("connect.trying")), stop);
  }

  VBox create() {
    result.setId("check-result");
    model.checkProperty().subscribe(this::show);
    model.selectedProperty().subscribe(_ -> enable());
    model.invalidProperty().subscribe(_ -> enable());
    return Pages.card(
        messages.text("connect.connection"),
        messages.text("connect.connection-note"),
        row("connect-test", test, trying),
        result);
  }

  Node first() {
    return test;
  }

  private void enable() {
    test.setDisable(
        model.selectedProperty().get() == null || !model.invalidProperty().get().isEmpty());
  }

  private void show(CheckState state) {
    boolean busy = state instanceof CheckState.Trying;
    boolean hadKeyboard = test.isFocused() || stop.isFocused();
    setShown(test, !busy);
    setShown(trying, busy);
    if (hadKeyboard) {
      (busy ? stop : test).requestFocus();
    }
    result
        .getChildren()
        .setAll(
            switch (state) {
              case CheckState.Untried _, CheckState.Trying _ -> List.of();
              case CheckState.Works(Connection connection) -> works(connection);
              case CheckState.Fails(var failure) ->
                  List.of(
                      Pages.note(
                          Tone.BAD, Printable.of(failure.what()), Printable.of(failure.remedy())));
            });
    setShown(result, !result.getChildren().isEmpty());
  }

  private List<Node> works(Connection connection) {
    ConnectionCheck found = connection.found();
    FlowPane facts = new FlowPane();
    facts.getStyleClass().add("facts");
    facts
        .getChildren()
        .addAll(
            fact("connect.version", found.kubernetesVersion()),
            fact("connect.who", found.whoAmI()),
            fact("connect.types", messages.text("connect.number", found.typesServed())),
            fact(
                "connect.namespaces-found",
                found.namespaces().isEmpty()
                    ? messages.text("connect.namespaces-forbidden")
                    : messages.text("connect.number", found.namespaces().size())),
            fact(
                "connect.took",
                messages.text("connect.seconds", connection.took().toMillis() / 1e3)));
    List<Node> nodes = new ArrayList<>();
    nodes.add(
        Pages.note(
            Tone.GOOD,
            messages.text("connect.works"),
            messages.text("connect.works-why", Printable.of(found.server()))));
    nodes.add(facts);
    if (found.whoAmI().isEmpty()) {
      nodes.add(label(messages.text("connect.who-unknown"), Styles.TEXT_MUTED));
    }
    found
        .warnings()
        .forEach(warning -> nodes.add(Pages.note(Tone.WARNING, "", Printable.of(warning))));
    return nodes;
  }

  private VBox fact(String key, @Nullable String value) {
    String text =
        value == null || value.isEmpty() ? messages.text("connect.not-told") : Printable.of(value);
    return Pages.fact(messages.text(key), text);
  }
}
