package org.safeguard.rules;

import java.util.List;
import org.safeguard.model.fact.Cause;

/// What an expression gives for one set of values.
sealed interface Answer {

  /// A value: a Boolean, text, number, fact, part, list or map.
  record Known(Object value) implements Answer {}

  /// Nobody can say.
  record Unknown(Cause cause) implements Answer {}

  default boolean isTrue() {
    return this instanceof Known(Object value) && Boolean.TRUE.equals(value);
  }

  default boolean isFalse() {
    return this instanceof Known(Object value) && Boolean.FALSE.equals(value);
  }

  default boolean isUnknown() {
    return this instanceof Unknown;
  }

  /// The items of a list value, empty for anything else.
  default List<?> items() {
    return this instanceof Known(Object value) && value instanceof List<?> list ? list : List.of();
  }
}
