package org.safeguard.desktop.findings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.verdict.Status;

/// Which verdicts the table shows. Null parts let everything through.
///
/// @param text words that all must occur somewhere in the row, in any order
/// @param severity of a failure
/// @param status of the verdict
/// @param namespace of the object; empty for cluster scope
/// @param risk only what this risk rests on
record FindingsFilter(
    String text,
    @Nullable Severity severity,
    @Nullable Status status,
    @Nullable String namespace,
    @Nullable Risk risk) {

  static final FindingsFilter FAILED = of(Status.FAILED);

  static FindingsFilter of(@Nullable Status status) {
    return new FindingsFilter("", null, status, null, null);
  }

  FindingsFilter withText(String other) {
    return new FindingsFilter(other, severity, status, namespace, risk);
  }

  FindingsFilter withSeverity(@Nullable Severity other) {
    return new FindingsFilter(text, other, status, namespace, risk);
  }

  FindingsFilter withStatus(@Nullable Status other) {
    return new FindingsFilter(text, severity, other, namespace, risk);
  }

  FindingsFilter withNamespace(@Nullable String other) {
    return new FindingsFilter(text, severity, status, other, risk);
  }

  FindingsFilter withRisk(@Nullable Risk other) {
    return new FindingsFilter(text, severity, status, namespace, other);
  }

  /// Everything but the status, so that each status can show how much it holds.
  Predicate<FindingRow> predicateWithoutStatus() {
    List<String> words =
        Arrays.stream(text.toLowerCase(Locale.ROOT).strip().split("\\s+")).toList();
    Set<String> only = risk == null ? Set.of() : Set.copyOf(risk.findings());
    return row ->
        (severity == null || row.severity() == severity)
            && (namespace == null || row.namespace().equals(namespace))
            && (risk == null || only.contains(row.verdict().id()))
            && words.stream().allMatch(row.searched()::contains);
  }

  Predicate<FindingRow> predicate() {
    Predicate<FindingRow> rest = predicateWithoutStatus();
    return row -> (status == null || row.status() == status) && rest.test(row);
  }
}
