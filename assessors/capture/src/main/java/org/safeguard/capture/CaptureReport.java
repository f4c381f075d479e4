package org.safeguard.capture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.TypeCoverage;

/// Gathers what a capture has to say of itself: coverage of everything that is served, of what is
/// expected and not served, and of what was left out.
final class CaptureReport {

  private final TreeMap<ResourceType, TypeCoverage> coverage = new TreeMap<>();
  private final List<CapturedList> lists = new ArrayList<>();
  private final List<Redaction> redactions = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  void add(Resumed resumed) {
    resumed.coverage().forEach(entry -> coverage.put(entry.type(), entry));
    lists.addAll(resumed.lists());
    redactions.addAll(resumed.redactions());
  }

  void add(TypeOutcome outcome) {
    TypeCoverage entry = outcome.coverage();
    coverage.merge(entry.type(), entry, CaptureReport::worse);
    lists.addAll(outcome.lists());
    redactions.addAll(outcome.redactions());
    if (!outcome.asAsked()) {
      missing.add(
          entry.type()
              + ": "
              + entry.state().name().toLowerCase(java.util.Locale.ROOT)
              + (entry.cause().isEmpty() ? "" : ", " + entry.cause()));
    }
  }

  /// Two plurals of one kind are one type here; the less complete of them counts.
  private static TypeCoverage worse(TypeCoverage one, TypeCoverage other) {
    return one.state() == Coverage.CAPTURED ? other : one;
  }

  /// What is served and was not asked for.
  void leftOut(ServedType type, String reason) {
    coverage.putIfAbsent(
        type.type(), new TypeCoverage(type.type(), Coverage.UNKNOWN, 0, "left out: " + reason));
  }

  /// What the server does not serve, where it said what it serves.
  void add(Served served) {
    Set<String> silent = new HashSet<>(served.silent());
    for (String group : served.silent()) {
      ResourceType all = new ResourceType(group, "*");
      String cause = "the API behind this group does not answer, so its types are not known";
      coverage.putIfAbsent(all, new TypeCoverage(all, Coverage.FAILED, 0, cause));
      missing.add(group + ": " + cause);
    }
    if (served.cut()) {
      missing.add("the server serves more types than are read at most");
      return; // so nobody can say which are absent
    }
    for (ResourceType type : ExpectedTypes.all()) {
      if (!silent.contains(type.group())) {
        coverage.putIfAbsent(
            type, new TypeCoverage(type, Coverage.ABSENT, 0, "the server does not serve it"));
      }
    }
  }

  /// Says why the rest is missing.
  void endedBy(@Nullable String cause) {
    if (cause != null) {
      missing.addFirst("the capture ended early: " + cause);
    }
  }

  List<TypeCoverage> coverage() {
    return List.copyOf(coverage.values());
  }

  List<CapturedList> lists() {
    return List.copyOf(lists);
  }

  List<Redaction> redactions() {
    return redactions.stream().sorted().toList();
  }

  /// What was asked for and is not here, one line for each.
  List<String> missing() {
    return List.copyOf(missing);
  }
}
