package org.safeguard.document;

import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;

/// Receives documents as they are read.
public interface DocumentSink {

  /// The root's members before its `items` begin, where it is a mapping that has some. A list says
  /// there how it goes on.
  default void begins(ObjectNode head) {}

  /// A member of the root's `items` sequence, as soon as it is read. The root comes later through
  /// [#document], with an empty `items`.
  default void item(Node item) {}

  /// A whole document.
  ///
  /// @param streamedItems whether its `items` went to [#item] before
  void document(Node root, boolean streamedItems);
}
