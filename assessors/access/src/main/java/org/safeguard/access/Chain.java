package org.safeguard.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;

/// How somebody comes to every right in the cluster, step by step.
///
/// @param steps what is done at each step, in words, with where that was read
/// @param doubt why one of the steps may be barred; empty where all are certain
public record Chain(List<Step> steps, Optional<Cause> doubt) {

  /// One step.
  ///
  /// @param words what is done
  /// @param evidence where that was read
  public record Step(String words, List<Reading> evidence) {
    public Step {
      evidence = List.copyOf(evidence);
    }
  }

  public Chain {
    steps = List.copyOf(steps);
  }

  static Chain of(List<Link> links) {
    return new Chain(
        links.stream()
            .filter(link -> !link.words().isEmpty())
            .map(link -> new Step(link.words(), link.evidence()))
            .toList(),
        links.stream().flatMap(link -> link.doubt().stream()).findFirst());
  }

  /// All steps on one line.
  public String text() {
    return steps.stream().map(Step::words).collect(Collectors.joining("; then "));
  }

  List<Reading> evidence() {
    return steps.stream().flatMap(step -> step.evidence().stream()).toList();
  }
}
