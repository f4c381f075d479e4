package org.safeguard.objects;

import java.util.function.Function;
import org.safeguard.model.fact.Cause;

/// What reading a place for one type gave: a value, nothing, or something that is no such value.
public sealed interface Value<T> {

  /// Where it was read, or would be.
  Place place();

  /// A value of the wanted type.
  record Known<T>(Place place, T value) implements Value<T> {}

  /// Nothing there, or null.
  record Absent<T>(Place place) implements Value<T> {}

  /// Something that is redacted or of another type.
  record Unreadable<T>(Place place, Cause cause) implements Value<T> {}

  /// This, unless it is absent and `next` is not: container before pod.
  default Value<T> or(Value<T> next) {
    return this instanceof Absent<T> && !(next instanceof Absent<T>) ? next : this;
  }

  /// The value, or `fallback` where there is none or it cannot be read.
  default T orElse(T fallback) {
    return this instanceof Known<T>(Place _, T value) ? value : fallback;
  }

  /// Whether there is a readable value.
  default boolean isKnown() {
    return this instanceof Known<T>;
  }

  default <R> Value<R> map(Function<T, R> change) {
    return switch (this) {
      case Known<T>(Place place, T value) -> new Known<>(place, change.apply(value));
      case Absent<T>(Place place) -> new Absent<>(place);
      case Unreadable<T>(Place place, Cause cause) -> new Unreadable<>(place, cause);
    };
  }
}
