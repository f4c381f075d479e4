package org.safeguard.model.tree;

/// A value of a parsed YAML or JSON document, with the line where it starts.
///
/// Trees are immutable after parsing and are shared freely between threads.
public sealed interface Node permits ObjectNode, ArrayNode, ScalarNode {

  /// The line of the source where this value starts, counted from 1; 0 when it has no source.
  int line();

  /// Plain Java values: `Map<String, Object>`, `List<Object>`, or the scalar itself.
  /// A redacted scalar becomes the text of its [Redacted] marker.
  Object plain();
}
