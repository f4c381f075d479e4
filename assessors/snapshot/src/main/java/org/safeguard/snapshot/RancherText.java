package org.safeguard.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Undoes what Rancher's support bundle does to its objects: it writes `"null"` for the empty text
/// and for null. Left alone, no role would name the core API group any more.
final class RancherText {

  private RancherText() {}

  static boolean isRancher(String file) {
    return file.contains("yamls/cluster/") || file.contains("yamls/namespaced/");
  }

  /// In a sequence it was the empty text, such as the core group; in a mapping either, where null
  /// means the same as the absent field.
  static ObjectNode mended(ObjectNode object) {
    ObjectNode.Builder mended = ObjectNode.builder(object.line());
    object.each((key, value) -> mended.put(key, mended(value, null)));
    return mended.build();
  }

  private static Node mended(Node node, @Nullable String replacement) {
    return switch (node) {
      case ObjectNode object -> mended(object);
      case ArrayNode array -> {
        List<Node> items = new ArrayList<>(array.items().size());
        array.items().forEach(item -> items.add(mended(item, "")));
        yield new ArrayNode(items, array.line());
      }
      case ScalarNode scalar ->
          "null".equals(scalar.value()) ? new ScalarNode(replacement, scalar.line()) : scalar;
    };
  }
}
