package org.safeguard.admission;

import java.util.function.Supplier;
import org.safeguard.model.fact.Cause;

/// Whether something holds: yes, no with why, or nobody can tell with what would settle it.
sealed interface Judgement {

  Judgement YES = new Yes();

  record Yes() implements Judgement {}

  /// @param exempt whether this was left out on purpose, and not merely never chosen
  record No(String why, boolean exempt) implements Judgement {}

  record Unknown(Cause cause) implements Judgement {}

  static Judgement no(String why) {
    return new No(why, false);
  }

  /// No, since it was left out on purpose.
  static Judgement exempt(String why) {
    return new No(why, true);
  }

  static Judgement unresolved(String detail) {
    return new Unknown(new Cause(Cause.Code.UNRESOLVED, detail));
  }

  /// Both: a no wins over an unknown.
  default Judgement and(Supplier<Judgement> other) {
    return switch (this) {
      case Yes _ -> other.get();
      case No no -> no;
      case Unknown unknown -> other.get() instanceof No no ? no : unknown;
    };
  }

  /// Either: a yes wins over an unknown.
  default Judgement or(Supplier<Judgement> other) {
    return switch (this) {
      case Yes yes -> yes;
      case No _ -> other.get();
      case Unknown unknown -> other.get() instanceof Yes yes ? yes : unknown;
    };
  }

  /// The opposite, with the reason for a no.
  default Judgement not(String why) {
    return switch (this) {
      case Yes _ -> exempt(why);
      case No _ -> YES;
      case Unknown unknown -> unknown;
    };
  }

  default boolean isYes() {
    return this instanceof Yes;
  }
}
