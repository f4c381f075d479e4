package org.safeguard.capture;

import org.safeguard.model.tree.ObjectNode;

/// Where the members of a list go.
interface ListTarget {

  /// @param object with its `apiVersion` and `kind`, not yet cleaned
  void add(ObjectNode object);

  /// Forgets what was added, for a list that starts over.
  ///
  /// @return false when other lists went to the same place, so that it has to stay
  boolean restart();
}
