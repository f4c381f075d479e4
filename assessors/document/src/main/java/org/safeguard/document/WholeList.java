package org.safeguard.document;

import java.util.List;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;

/// Puts streamed members back into their root.
final class WholeList {

  private WholeList() {}

  static Node with(Node root, List<Node> items) {
    if (!(root instanceof ObjectNode object)) {
      return root;
    }
    ObjectNode.Builder whole = ObjectNode.builder(object.line());
    object.each(whole::put);
    int line = object.get("items") instanceof ArrayNode array ? array.line() : object.line();
    return whole.put("items", new ArrayNode(items, line)).build();
  }
}
