package org.safeguard.redaction;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Makes trees of plain values for tests. Every part lies on a line of its own.
final class Trees {

  private int line;

  private Trees() {}

  static ObjectNode object(Object... keysAndValues) {
    return (ObjectNode) new Trees().node(map(keysAndValues));
  }

  static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new java.util.LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  /// The same tree as a bundle gives it back: every marker as text.
  static ObjectNode stored(ObjectNode object) {
    return (ObjectNode) new Trees().node(object.plain());
  }

  private Node node(@Nullable Object value) {
    int here = ++line;
    return switch (value) {
      case Map<?, ?> map -> {
        ObjectNode.Builder object = ObjectNode.builder(here);
        map.forEach((key, member) -> object.put((String) key, node(member)));
        yield object.build();
      }
      case List<?> list -> new ArrayNode(list.stream().map(this::node).toList(), here);
      case Integer number -> new ScalarNode(number.longValue(), here);
      case null, default -> new ScalarNode(value, here);
    };
  }
}
