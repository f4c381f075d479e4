package org.safeguard.controlplane;

/// A flag that rules know of.
///
/// @param name with dashes
/// @param kind how it is written
/// @param fallback what it is when nobody sets it; empty for none
/// @param since the first minor version of Kubernetes with this default
/// @param until the first minor version without it
record Flag(String name, Kind kind, String fallback, int since, int until) {

  /// How a flag is written.
  enum Kind {
    /// Takes no word of its own: `--profiling` is `--profiling=true`.
    BOOL,
    /// The last one counts.
    TEXT,
    /// Each one adds to those before.
    LIST
  }

  /// Whether it is so in every version.
  boolean always() {
    return since == 0 && until == Integer.MAX_VALUE;
  }

  boolean holdsIn(int minor) {
    return since <= minor && minor < until;
  }
}
