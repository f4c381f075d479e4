package org.safeguard.bundle;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ScalarNode;

/// The few shapes that the entries of a bundle are made of.
final class Json {

  private Json() {}

  static ScalarNode text(@Nullable Object value) {
    return new ScalarNode(value == null ? null : value.toString(), 1);
  }

  static ScalarNode number(long number) {
    return new ScalarNode(number, 1);
  }

  static ScalarNode flag(boolean flag) {
    return new ScalarNode(flag, 1);
  }

  static <T> ArrayNode array(Collection<T> values, Function<T, Node> one) {
    List<Node> nodes = new ArrayList<>();
    values.forEach(value -> nodes.add(one.apply(value)));
    return new ArrayNode(nodes, 1);
  }

  /// Null for what is no time, since a bundle may come from a stranger.
  static @Nullable Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
