package org.safeguard.desktop.connect;

import static org.safeguard.desktop.look.Nodes.button;
import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.growing;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.paragraph;
import static org.safeguard.desktop.look.Nodes.passEscape;
import static org.safeguard.desktop.look.Nodes.row;
import static org.safeguard.desktop.look.Nodes.setShown;

import atlantafx.base.theme.Styles;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.safeguard.capture.CapturePlan;
import org.safeguard.desktop.look.Icon;
import org.safeguard.desktop.look.Pages;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Printable;
import org.safeguard.redaction.Profile;

/// How much is read, what is taken out, and what is never asked for.
final class ReadingCard {

  private final ConnectViewModel model;
  private final NamespaceChoice namespaces;
  private final Messages messages;
  private final TextArea plan = new TextArea();

  ReadingCard(ConnectViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    namespaces = model.namespaces();
  }

  VBox create() {
    VBox left = column("connect-part", namespaces(), secrets(), redaction());
    VBox right = column("connect-part", never(), explain());
    left.setPrefWidth(420);
    right.setPrefWidth(380);
    return Pages.card(
        messages.text("connect.reading"),
        messages.text("connect.reading-note"),
        row("connect-columns", growing(left), growing(right)));
  }

  private VBox namespaces() {
    ToggleGroup group = new ToggleGroup();
    RadioButton all = radio("connect.namespaces-all", "all-namespaces", group);
    RadioButton some = radio("connect.namespaces-some", "some-namespaces", group);
    TextField names = new TextField();
    names.setId("namespaces");
    names.setPromptText(messages.text("connect.namespaces-prompt"));
    names.setAccessibleText(messages.text("connect.namespaces-accessible"));
    names.textProperty().bindBidirectional(namespaces.typedProperty());
    Label invalid = paragraph("", "connect-invalid");
    invalid.setId("invalid");
    model
        .invalidProperty()
        .subscribe(
            text -> {
              invalid.setText(Printable.of(text));
              setShown(invalid, !text.isEmpty());
            });
    VBox choice = column("connect-namespaces", names, invalid, ticks());
    namespaces.allProperty().subscribe(every -> setShown(choice, !every));
    all.setSelected(namespaces.allProperty().get());
    some.setSelected(!namespaces.allProperty().get());
    namespaces.allProperty().bind(all.selectedProperty());
    return column("connect-group", heading("connect.namespaces"), all, some, choice);
  }

  private Node ticks() {
    ListView<NamespaceChoice.Tick> list = new ListView<>(namespaces.ticks());
    list.setId("namespace-ticks");
    list.setCellFactory(CheckBoxListCell.forListView(NamespaceChoice.Tick::on));
    list.setPrefHeight(140);
    passEscape(list);
    list.setAccessibleText(messages.text("connect.ticks-accessible"));
    list.setOnKeyPressed(
        event -> {
          NamespaceChoice.Tick tick = list.getSelectionModel().getSelectedItem();
          if (tick != null && event.getCode() == KeyCode.SPACE) {
            tick.on().set(!tick.on().get());
            event.consume();
          }
        });
    Label later = paragraph(messages.text("connect.ticks-later"), Styles.TEXT_MUTED);
    namespaces
        .ticks()
        .addListener((ListChangeListener<NamespaceChoice.Tick>) _ -> showTicks(list, later));
    showTicks(list, later);
    return column("connect-ticks", list, later);
  }

  private void showTicks(ListView<?> list, Label later) {
    setShown(list, !namespaces.ticks().isEmpty());
    setShown(later, namespaces.ticks().isEmpty());
  }

  private VBox secrets() {
    CheckBox names = new CheckBox(messages.text("connect.secret-names"));
    names.setId("secret-names");
    names.selectedProperty().bindBidirectional(model.secretNamesProperty());
    return column(
        "connect-group", heading("connect.secrets"), names, why("connect.secret-names-why"));
  }

  private VBox redaction() {
    ToggleGroup group = new ToggleGroup();
    RadioButton standard = radio("connect.standard", "profile-standard", group);
    RadioButton strict = radio("connect.strict", "profile-strict", group);
    standard.setSelected(model.profileProperty().get() == Profile.STANDARD);
    strict.setSelected(model.profileProperty().get() == Profile.STRICT);
    strict
        .selectedProperty()
        .subscribe(on -> model.profileProperty().set(on ? Profile.STRICT : Profile.STANDARD));
    return column(
        "connect-group",
        heading("connect.redaction"),
        standard,
        why("connect.standard-why"),
        strict,
        why("connect.strict-why"));
  }

  private VBox never() {
    return column(
        "connect-group",
        heading("connect.never"),
        promise("connect.never-write"),
        promise("connect.never-secrets"),
        promise("connect.never-logs"),
        promise("connect.never-exec"),
        promise("connect.never-keep"));
  }

  private VBox explain() {
    plan.setEditable(false);
    plan.setWrapText(true);
    plan.setPrefRowCount(10);
    plan.setId("plan");
    plan.setAccessibleText(messages.text("connect.plan-accessible"));
    model.planProperty().subscribe(this::showPlan);
    Button show = button(messages.text("connect.explain"), model::explain);
    show.setId("explain");
    model.selectedProperty().subscribe(_ -> enable(show));
    model.invalidProperty().subscribe(_ -> enable(show));
    return column("connect-group", show, plan);
  }

  private void enable(Button show) {
    show.setDisable(
        model.selectedProperty().get() == null || !model.invalidProperty().get().isEmpty());
  }

  private void showPlan(@Nullable CapturePlan wanted) {
    plan.setText(wanted == null ? "" : Printable.lines(wanted.lines()));
    setShown(plan, wanted != null);
  }

  private HBox promise(String key) {
    return row("connect-promise", Icon.LOCK.node(), growing(paragraph(messages.text(key))));
  }

  private RadioButton radio(String key, String id, ToggleGroup group) {
    RadioButton radio = new RadioButton(messages.text(key));
    radio.setToggleGroup(group);
    radio.setId(id);
    return radio;
  }

  private Label heading(String key) {
    return label(messages.text(key), Styles.TEXT_BOLD);
  }

  private Label why(String key) {
    return paragraph(messages.text(key), Styles.TEXT_MUTED, Styles.TEXT_SMALL, "connect-why");
  }
}
