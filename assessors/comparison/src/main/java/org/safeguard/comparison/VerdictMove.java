package org.safeguard.comparison;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.verdict.AssessedSubject;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// A verdict that is new, gone or another one now. A failure that only became more or less severe
/// is a move too.
///
/// @param kind how it moved
/// @param before the earlier verdict, null when there was none
/// @param after the later verdict, null when there is none
/// @param causes why, the surest first; never empty
public record VerdictMove(
    MoveKind kind, @Nullable Verdict before, @Nullable Verdict after, List<ChangeCause> causes) {

  public VerdictMove {
    causes = List.copyOf(causes);
  }

  /// The later verdict, or the earlier one where there is no later.
  public Verdict latest() {
    return after == null ? Objects.requireNonNull(before) : after;
  }

  /// The rule as it is now, or was.
  public Rule rule() {
    return latest().rule();
  }

  /// What the verdict is about, as it is now, or was.
  public AssessedSubject subject() {
    return latest().subject();
  }

  /// The earlier answer, null when there was none.
  public @Nullable Status from() {
    return before == null ? null : before.status();
  }

  /// The later answer, null when there is none.
  public @Nullable Status to() {
    return after == null ? null : after.status();
  }

  /// The surest cause.
  public ChangeCause cause() {
    return causes.getFirst();
  }

  /// The same seen from the other side.
  public VerdictMove mirrored() {
    return new VerdictMove(kind.mirrored(), after, before, causes);
  }
}
