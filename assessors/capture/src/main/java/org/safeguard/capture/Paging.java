package org.safeguard.capture;

/// How a list is read. When its continuation expires (HTTP 410) it starts over in the next way,
/// since the pages of one list should show one moment.
enum Paging {
  /// Pages of the usual size.
  USUAL(1, false),
  /// Larger pages, which are sooner done.
  LARGER(4, false),
  /// The whole list at once.
  WHOLE(0, false),
  /// Larger pages, continued where the server offers, although they then show several moments.
  SEVERAL_MOMENTS(4, true);

  private final int factor;
  private final boolean continued;

  Paging(int factor, boolean continued) {
    this.factor = factor;
    this.continued = continued;
  }

  /// The query of the first page; empty for the whole list.
  String query(int pageSize) {
    return factor == 0 ? "" : "?limit=" + (long) pageSize * factor;
  }

  /// Whether to accept the continuation that the server offers for an expired one.
  boolean continuesExpired() {
    return continued;
  }
}
