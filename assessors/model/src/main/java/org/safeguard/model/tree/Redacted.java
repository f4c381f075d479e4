package org.safeguard.model.tree;

/// Marks a value that was there and was dropped, by this tool or by the one that made the source.
/// Whatever depends on it is not assessed.
///
/// @param reason why it was dropped, in plain words
public record Redacted(String reason) {

  @Override
  public String toString() {
    return "(redacted: " + reason + ")";
  }
}
