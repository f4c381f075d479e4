package org.safeguard.tools;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Traced;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.objects.Trace;

/// Joins what several facts say of the same question, where some may not know.
final class Answers {

  private Answers() {}

  /// Whether one of them says so. One that does decides, whatever the others do not know.
  static <F extends Traced> boolean any(
      Trace trace, String component, Collection<F> facts, String of, Function<F, Boolean> ask) {
    List<Reading> readings = new ArrayList<>();
    @Nullable Cause gap = null;
    for (F fact : facts) {
      try {
        if (ask.apply(fact)) {
          trace.read(component, fact.provenance().readings(of));
          return true;
        }
        readings.addAll(fact.provenance().readings(of));
      } catch (UnknownEvidenceException e) {
        gap = e.evidenceCause();
      }
    }
    trace.read(component, readings).unknown(component, Optional.ofNullable(gap));
    return false;
  }

  /// Everything that they name. What one names is known, but nothing where one does not know.
  static <F extends Traced> List<String> names(
      Trace trace,
      String component,
      Collection<F> facts,
      String of,
      Function<F, List<String>> ask) {
    List<Reading> readings = new ArrayList<>();
    List<String> names = new ArrayList<>();
    @Nullable Cause gap = null;
    for (F fact : facts) {
      try {
        names.addAll(ask.apply(fact));
        readings.addAll(fact.provenance().readings(of));
      } catch (UnknownEvidenceException e) {
        gap = e.evidenceCause();
      }
    }
    if (names.isEmpty()) {
      trace.unknown(component, Optional.ofNullable(gap));
    }
    trace.read(component, readings);
    return names.stream().distinct().sorted().toList();
  }

  /// A value that may be unknown, or `fallback`.
  static <F, T> T orElse(F fact, Function<F, T> ask, T fallback) {
    try {
      return ask.apply(fact);
    } catch (UnknownEvidenceException e) {
      return fallback;
    }
  }
}
