package org.safeguard.document;

import org.safeguard.model.tree.Node;

/// Receives documents as they are read.
public interface DocumentSink {

  /// A member of the root's `items` sequence, as soon as it is read. The root comes later through
  /// [#document], with an empty `items`.
  default void item(Node item) {}

  /// A whole document.
  ///
  /// @param streamedItems whether its `items` went to [#item] before
  void document(Node root, boolean streamedItems);
}
