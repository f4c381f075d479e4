package org.safeguard.comparison;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.risk.Level;
import org.safeguard.model.risk.Risk;

/// A risk that is new, gone, or rated otherwise.
///
/// @param kind how it moved
/// @param before the earlier risk, null when there was none
/// @param after the later risk, null when there is none
public record RiskMove(MoveKind kind, @Nullable Risk before, @Nullable Risk after) {

  /// The later risk, or the earlier one where there is no later.
  public Risk latest() {
    return after == null ? Objects.requireNonNull(before) : after;
  }

  /// The earlier level, null when there was none.
  public @Nullable Level from() {
    return before == null ? null : before.level();
  }

  /// The later level, null when there is none.
  public @Nullable Level to() {
    return after == null ? null : after.level();
  }

  /// The same seen from the other side.
  public RiskMove mirrored() {
    return new RiskMove(kind.mirrored(), after, before);
  }
}
