package org.safeguard.podsecurity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;

/// What the standards say of one pod at one level and version.
///
/// @param level the level
/// @param version the version asked for
/// @param results of every check, baseline before restricted, by id
public record Evaluation(Level level, PolicyVersion version, List<Result> results) {

  public Evaluation {
    results = List.copyOf(results);
  }

  /// What one check says.
  ///
  /// @param check its id
  /// @param level from which on it is evaluated
  /// @param outcome what it says
  public record Result(String check, Level level, CheckOutcome outcome) {}

  /// Whether the pod is let in; unknown when nothing readable forbids it and something is hidden.
  public enum Answer {
    ALLOWED,
    REFUSED,
    UNKNOWN
  }

  /// The answer of all checks together.
  public Answer answer() {
    if (results.stream().anyMatch(result -> result.outcome().isForbidden())) {
      return Answer.REFUSED;
    }
    return results.stream().allMatch(result -> result.outcome().isAllowed())
        ? Answer.ALLOWED
        : Answer.UNKNOWN;
  }

  /// The checks that refuse it.
  public List<Result> violations() {
    return results.stream().filter(result -> result.outcome().isForbidden()).toList();
  }

  /// The checks whose answer is hidden.
  public List<Result> unknowns() {
    return results.stream()
        .filter(result -> result.outcome() instanceof CheckOutcome.Unknown)
        .toList();
  }

  /// Each violation as the API server words it.
  public List<String> messages() {
    return results.stream().flatMap(result -> message(result.outcome()).stream()).toList();
  }

  private static Optional<String> message(CheckOutcome outcome) {
    return outcome instanceof CheckOutcome.Forbidden forbidden
        ? Optional.of(forbidden.message())
        : Optional.empty();
  }

  /// Where the violations stand, else what is hidden.
  List<Reading> readings() {
    List<Reading> broken =
        results.stream()
            .flatMap(
                result ->
                    result.outcome() instanceof CheckOutcome.Forbidden forbidden
                        ? forbidden.readings().stream()
                        : Stream.empty())
            .toList();
    return broken.isEmpty()
        ? results.stream()
            .flatMap(
                result ->
                    result.outcome() instanceof CheckOutcome.Unknown unknown
                        ? unknown.readings().stream()
                        : Stream.empty())
            .toList()
        : broken;
  }

  /// Why the answer is unknown, empty where it is not.
  Optional<Cause> gap() {
    return answer() != Answer.UNKNOWN
        ? Optional.empty()
        : results.stream()
            .flatMap(
                result ->
                    result.outcome() instanceof CheckOutcome.Unknown(Cause cause, var _)
                        ? Stream.of(cause)
                        : Stream.empty())
            .findFirst();
  }
}
