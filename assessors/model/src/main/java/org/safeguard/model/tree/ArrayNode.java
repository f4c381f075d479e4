package org.safeguard.model.tree;

import java.util.ArrayList;
import java.util.List;

/// A sequence of a document.
///
/// @param items the values in order
/// @param line the line where it starts, from 1; 0 when it has no source
public record ArrayNode(List<Node> items, int line) implements Node {

  /// What a missing sequence reads as.
  public static final ArrayNode EMPTY = new ArrayNode(List.of(), 0);

  public ArrayNode {
    items = List.copyOf(items);
  }

  /// The members that are objects; others are left out.
  public List<ObjectNode> objects() {
    List<ObjectNode> objects = new ArrayList<>(items.size());
    for (Node item : items) {
      if (item instanceof ObjectNode object) {
        objects.add(object);
      }
    }
    return objects;
  }

  /// The members that are scalars, as text; others are left out.
  public List<String> texts() {
    List<String> texts = new ArrayList<>(items.size());
    for (Node item : items) {
      if (item instanceof ScalarNode scalar) {
        texts.add(scalar.text());
      }
    }
    return List.copyOf(texts);
  }

  @Override
  public List<Object> plain() {
    return items.stream().map(Node::plain).toList();
  }
}
