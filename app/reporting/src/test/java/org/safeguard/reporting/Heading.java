package org.safeguard.reporting;

/// The heading of a column of a table in the built-in template.
///
/// @param text what it says
/// @param width in characters
/// @param kind how its cells look and what may be typed into them
record Heading(String text, double width, Kind kind) {

  enum Kind {
    TEXT,
    NUMBER,
    DAY,
    LINK,
    COMPUTED,
    COMPUTED_DAY,
    LEVEL,
    COMPUTED_LEVEL,
    EDIT,
    EDIT_DAY,
    EDIT_LEVEL,
    EDIT_TREATMENT,
    EDIT_STATUS,
    EDIT_YES_NO,
    EDIT_PENDING,
    SEVERITY,
    STATE
  }

  static Heading of(String text, double width) {
    return new Heading(text, width, Kind.TEXT);
  }

  static Heading of(String text, double width, Kind kind) {
    return new Heading(text, width, kind);
  }
}
