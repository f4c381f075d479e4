package org.safeguard.desktop.findings;

import static org.safeguard.desktop.look.Nodes.button;
import static org.safeguard.desktop.look.Nodes.column;
import static org.safeguard.desktop.look.Nodes.growing;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.row;
import static org.safeguard.desktop.look.Nodes.setShown;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.look.Icon;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Words;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.verdict.Status;

/// The filter over the table. The statuses stand open with their counts, so that what was not
/// assessed is always in sight.
final class FilterBar {

  private static final Duration SETTLED = Duration.millis(150);
  private static final List<Status> ORDER =
      List.of(Status.FAILED, Status.NOT_ASSESSED, Status.PASSED, Status.NOT_APPLICABLE);

  private final FindingsViewModel model;
  private final Messages messages;
  private final Words words;

  private final CustomTextField text = new CustomTextField();
  private final ComboBox<Choice<Severity>> severity = new ComboBox<>();
  private final ComboBox<Choice<String>> namespace = new ComboBox<>();
  private final List<ToggleButton> statuses = new ArrayList<>();
  private final Label risk = label("", Styles.TEXT_SMALL);
  private boolean showing;

  /// An entry of a choice; a null value stands for everything.
  private record Choice<T>(@Nullable T value, String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  FilterBar(FindingsViewModel model, Messages messages, Words words) {
    this.model = model;
    this.messages = messages;
    this.words = words;
  }

  TextField text() {
    return text;
  }

  Node create() {
    createText();
    severity.getItems().add(new Choice<>(null, messages.text("findings.all-severities")));
    for (Severity value : Severity.values()) {
      severity.getItems().add(new Choice<>(value, words.of(value)));
    }
    severity.setId("severity");
    severity.setAccessibleText(messages.text("findings.severity-accessible"));
    severity.setOnAction(_ -> chosen(severity, model::setSeverity));
    namespace.setId("namespace");
    namespace.setAccessibleText(messages.text("findings.namespace-accessible"));
    namespace.setOnAction(_ -> chosen(namespace, model::setNamespace));
    HBox fields = row("findings-fields", growing(text), severity, namespace);
    Node bar = column("findings-filter", fields, statusRow(), riskRow());
    model.countsProperty().subscribe(this::showCounts);
    model.filterProperty().subscribe(this::showFilter);
    model
        .namespaces()
        .addListener((ListChangeListener<String>) _ -> showFilter(model.filterProperty().get()));
    return bar;
  }

  private void createText() {
    text.setId("filter");
    text.setPromptText(messages.text("findings.filter-prompt"));
    text.setAccessibleText(messages.text("findings.filter-accessible"));
    Region search = Icon.SEARCH.node();
    text.setLeft(search);
    PauseTransition settled = new PauseTransition(SETTLED);
    settled.setOnFinished(_ -> model.setText(text.getText()));
    text.textProperty()
        .subscribe(
            _ -> {
              if (!showing) {
                settled.playFromStart();
              }
            });
  }

  private Node statusRow() {
    ToggleGroup group = new ToggleGroup();
    HBox row = row("findings-statuses");
    for (int i = 0; i <= ORDER.size(); i++) {
      Status status = i < ORDER.size() ? ORDER.get(i) : null;
      ToggleButton toggle = new ToggleButton();
      toggle.setToggleGroup(group);
      toggle.setId("status-" + (status == null ? "all" : status));
      toggle.setMinWidth(Region.USE_PREF_SIZE);
      toggle
          .getStyleClass()
          .addAll(
              Styles.SMALL,
              i == 0
                  ? Styles.LEFT_PILL
                  : i == ORDER.size() ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
      toggle.setOnAction(
          _ -> {
            toggle.setSelected(true); // one of them is always chosen
            model.setStatus(status);
          });
      statuses.add(toggle);
      row.getChildren().add(toggle);
    }
    return row;
  }

  private Node riskRow() {
    risk.setTextOverrun(OverrunStyle.ELLIPSIS);
    HBox row =
        row(
            "findings-risk",
            growing(risk),
            button(messages.text("findings.clear-risk"), model::clearRisk, Styles.SMALL));
    model
        .filterProperty()
        .subscribe(
            filter -> {
              Risk only = filter.risk();
              setShown(row, only != null);
              risk.setText(only == null ? "" : messages.text("findings.only-risk", only.title()));
            });
    return row;
  }

  private <T> void chosen(ComboBox<Choice<T>> box, Consumer<@Nullable T> command) {
    Choice<T> choice = box.getValue();
    if (!showing && choice != null) {
      command.accept(choice.value());
    }
  }

  private void showCounts(Map<Status, Integer> counts) {
    for (int i = 0; i < statuses.size(); i++) {
      Status status = i < ORDER.size() ? ORDER.get(i) : null;
      int count =
          status == null
              ? counts.values().stream().mapToInt(Integer::intValue).sum()
              : counts.getOrDefault(status, 0);
      String name = status == null ? messages.text("findings.all") : words.of(status);
      statuses.get(i).setText(messages.text("findings.status-count", name, count));
    }
  }

  private void showFilter(FindingsFilter filter) {
    showing = true;
    if (!text.getText().equals(filter.text())) {
      text.setText(filter.text());
    }
    severity.setValue(choice(severity, filter.severity()));
    namespace.getItems().setAll(namespaces());
    namespace.setValue(choice(namespace, filter.namespace()));
    Status status = filter.status();
    statuses.get(status == null ? ORDER.size() : ORDER.indexOf(status)).setSelected(true);
    showing = false;
  }

  private List<Choice<String>> namespaces() {
    List<Choice<String>> choices = new ArrayList<>();
    choices.add(new Choice<>(null, messages.text("findings.all-namespaces")));
    for (String name : model.namespaces()) {
      String shown = name.isEmpty() ? messages.text("findings.cluster-scope") : name;
      choices.add(new Choice<>(name, shown));
    }
    return choices;
  }

  private static <T> Choice<T> choice(ComboBox<Choice<T>> box, @Nullable T value) {
    return box.getItems().stream()
        .filter(choice -> Objects.equals(choice.value(), value))
        .findFirst()
        .orElse(box.getItems().getFirst());
  }
}
