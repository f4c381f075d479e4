package org.safeguard.model.tree;

import org.jspecify.annotations.Nullable;

/// A leaf of a document.
///
/// @param value `String`, `Boolean`, `Long`, `Double`, `java.math.BigInteger`, [Redacted], or null
///     for the document's own null
/// @param line the line where it starts, from 1; 0 when it has no source
public record ScalarNode(@Nullable Object value, int line) implements Node {

  /// The value as text; the empty string for null.
  public String text() {
    return value == null ? "" : value.toString();
  }

  @Override
  public Object plain() {
    return value instanceof Redacted redacted ? redacted.toString() : value == null ? "" : value;
  }
}
