package org.safeguard.document;

/// Bounds for reading a stranger's document. What exceeds one is refused with the bound's name.
///
/// @param bytes of one document stream
/// @param lineBytes of one YAML line; JSON may lawfully be one long line
/// @param stringLength characters of one scalar
/// @param depth levels of nesting
/// @param nodes values of one document, aliases counted as what they stand for
public record Limits(long bytes, long lineBytes, int stringLength, int depth, long nodes) {

  /// Generous for real clusters: an object in a cluster has at most 1.5 MiB, the largest
  /// must-gather file seen is under 4 MB, the deepest custom resource schema under 60 levels. The
  /// members of a list count one by one, so a long list is no large document.
  public static final Limits DEFAULT = new Limits(1L << 31, 2L << 20, 4 << 20, 128, 2_000_000);
}
