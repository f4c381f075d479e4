package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.objects.Trace;

/// A conclusion with what it rests on, or why it cannot be drawn.
///
/// @param value null exactly where there is a cause
/// @param cause null exactly where there is a value
/// @param readings what was looked at
record Finding<T>(@Nullable T value, @Nullable Cause cause, List<Reading> readings) {

  Finding {
    readings = List.copyOf(readings);
  }

  static <T> Finding<T> known(T value, List<Reading> readings) {
    return new Finding<>(value, null, readings);
  }

  static <T> Finding<T> unknown(Cause cause, List<Reading> readings) {
    return new Finding<>(null, cause, readings);
  }

  boolean isKnown() {
    return cause == null;
  }

  T orElse(T fallback) {
    return value == null ? fallback : value;
  }

  /// Whether it is known to be this.
  boolean is(T wanted) {
    return wanted.equals(value);
  }

  Optional<Cause> gap() {
    return Optional.ofNullable(cause);
  }

  <R> Finding<R> map(Function<T, R> change) {
    return value == null
        ? new Finding<>(null, cause, readings)
        : new Finding<>(change.apply(value), null, readings);
  }

  /// Both together; unknown where either is.
  <U, R> Finding<R> with(Finding<U> other, BiFunction<T, U, R> join) {
    List<Reading> both = joined(other.readings);
    if (value != null && other.value != null) {
      return new Finding<>(join.apply(value, other.value), null, both);
    }
    return new Finding<>(null, cause == null ? other.cause : cause, both);
  }

  /// This where it is known, else the other where that is.
  Finding<T> or(Finding<T> other) {
    return isKnown() || !other.isKnown() ? this : other;
  }

  /// Three-valued or.
  static Finding<Boolean> either(Finding<Boolean> one, Finding<Boolean> other) {
    if (one.is(true) || other.is(true)) {
      return one.is(true) ? one : other;
    }
    return one.with(other, (_, _) -> false);
  }

  /// Three-valued and.
  static Finding<Boolean> both(Finding<Boolean> one, Finding<Boolean> other) {
    if (one.is(false) || other.is(false)) {
      return one.is(false) ? one : other;
    }
    return one.with(other, (_, _) -> true);
  }

  /// Notes it for a component of a fact and gives the value, or `fallback` where it is unknown.
  T noted(String component, Trace trace, T fallback) {
    trace.read(component, readings).unknown(component, gap());
    return orElse(fallback);
  }

  private List<Reading> joined(List<Reading> more) {
    List<Reading> all = new ArrayList<>(readings);
    more.stream().filter(reading -> !all.contains(reading)).forEach(all::add);
    return all;
  }
}
