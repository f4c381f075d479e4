package org.safeguard.desktop.findings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.session.EngagementSession;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.verdict.Status;

/// The verdicts of the latest run, filtered and sorted.
public final class FindingsViewModel {

  private final ObservableList<FindingRow> all = FXCollections.observableArrayList();
  private final FilteredList<FindingRow> filtered = new FilteredList<>(all);
  private final SortedList<FindingRow> sorted = new SortedList<>(filtered);
  private final ObservableList<String> namespaces = FXCollections.observableArrayList();
  private final ObservableList<String> namespacesShown =
      FXCollections.unmodifiableObservableList(namespaces);

  private final ReadOnlyObjectWrapper<FindingsFilter> filter =
      new ReadOnlyObjectWrapper<>(FindingsFilter.FAILED);
  private final ReadOnlyObjectWrapper<Map<Status, Integer>> counts =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ObjectProperty<@Nullable FindingRow> selected = new SimpleObjectProperty<>();

  public FindingsViewModel(EngagementSession session) {
    session.assessmentProperty().subscribe(this::load);
  }

  // Properties

  /// What the table shows; the table brings its own order.
  SortedList<FindingRow> rows() {
    return sorted;
  }

  /// Every namespace of the run, sorted; the empty one stands for cluster scope.
  ObservableList<String> namespaces() {
    return namespacesShown;
  }

  ReadOnlyObjectProperty<FindingsFilter> filterProperty() {
    return filter.getReadOnlyProperty();
  }

  /// How many verdicts each status holds under the rest of the filter.
  ReadOnlyObjectProperty<Map<Status, Integer>> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  /// The row whose evidence is shown, null for none.
  ObjectProperty<@Nullable FindingRow> selectedProperty() {
    return selected;
  }

  /// Whether there is anything to filter.
  boolean anything() {
    return !all.isEmpty();
  }

  // Commands

  void setText(String text) {
    show(filter.get().withText(text));
  }

  void setSeverity(@Nullable Severity severity) {
    show(filter.get().withSeverity(severity));
  }

  void setStatus(@Nullable Status status) {
    show(filter.get().withStatus(status));
  }

  void setNamespace(@Nullable String namespace) {
    show(filter.get().withNamespace(namespace));
  }

  void clearRisk() {
    show(filter.get().withRisk(null));
  }

  /// Lets everything through but what did not fail.
  void clearFilter() {
    show(FindingsFilter.FAILED);
  }

  /// Shows every verdict of one status.
  public void showVerdicts(Status status) {
    show(FindingsFilter.of(status));
  }

  /// Shows the failed verdicts of one severity.
  public void showFailures(Severity severity) {
    show(FindingsFilter.FAILED.withSeverity(severity));
  }

  /// Shows what a risk rests on.
  public void showFindings(Risk risk) {
    show(FindingsFilter.FAILED.withRisk(risk));
  }

  private void load(@Nullable Assessment assessment) {
    selected.set(null);
    List<FindingRow> rows =
        assessment == null
            ? List.of()
            : assessment.verdicts().stream().map(FindingRow::of).toList();
    all.setAll(rows);
    namespaces.setAll(rows.stream().map(FindingRow::namespace).distinct().sorted().toList());
    show(FindingsFilter.FAILED);
  }

  private void show(FindingsFilter wanted) {
    filter.set(wanted);
    filtered.setPredicate(wanted.predicate());
    count(wanted.predicateWithoutStatus());
  }

  private void count(Predicate<FindingRow> shown) {
    Map<Status, Integer> fresh = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      fresh.put(status, 0);
    }
    all.stream().filter(shown).forEach(row -> fresh.merge(row.status(), 1, Integer::sum));
    counts.set(fresh);
  }
}
