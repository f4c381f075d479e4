package org.safeguard.comparison;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// The order of moves: failures that came or went first, then what could not be assessed, then the
/// rest; among these by severity, rule and subject. The same from either side, so that a
/// comparison and its mirror list the same moves in the same order.
final class MoveOrder {

  private static final Comparator<ObjectReference> OBJECT =
      Comparator.comparing(ObjectReference::kind)
          .thenComparing(ObjectReference::namespace)
          .thenComparing(ObjectReference::name)
          .thenComparing(ObjectReference::apiVersion)
          .thenComparing(object -> Objects.toString(object.uid(), ""));

  /// A total order, so that not even two verdicts on one subject depend on the order of reading.
  static final Comparator<Verdict> SUBJECT =
      Comparator.comparing((Verdict verdict) -> verdict.subject().object(), OBJECT)
          .thenComparing(verdict -> verdict.subject().container())
          .thenComparing(Verdict::status)
          .thenComparing(Verdict::id)
          .thenComparing(verdict -> verdict.subject().ephi())
          .thenComparing(verdict -> verdict.outcome().toString())
          .thenComparing(verdict -> verdict.evidence().toString());

  static final Comparator<VerdictMove> ORDER =
      Comparator.comparingInt(MoveOrder::rank)
          .thenComparing(MoveOrder::severity)
          .thenComparing(move -> move.rule().id())
          .thenComparing(MoveOrder::first, SUBJECT);

  private MoveOrder() {}

  private static int rank(VerdictMove move) {
    if (move.from() == Status.FAILED || move.to() == Status.FAILED) {
      return 0;
    }
    return move.from() == Status.NOT_ASSESSED || move.to() == Status.NOT_ASSESSED ? 1 : 2;
  }

  private static Severity severity(VerdictMove move) {
    return sides(move).map(side -> side.rule().severity()).min(Comparator.naturalOrder()).get();
  }

  private static Verdict first(VerdictMove move) {
    return sides(move).min(SUBJECT).get();
  }

  private static Stream<Verdict> sides(VerdictMove move) {
    return Stream.of(move.before(), move.after()).filter(Objects::nonNull);
  }
}
