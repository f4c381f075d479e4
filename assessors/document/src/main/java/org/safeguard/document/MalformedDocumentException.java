package org.safeguard.document;

/// A document that is not what it claims to be, or exceeds a bound.
public final class MalformedDocumentException extends Exception {

  private final int line;
  private final String why;

  /// @param line from 1; 0 when unknown
  /// @param why in plain words, without the place
  public MalformedDocumentException(int line, String why) {
    super((line > 0 ? "line " + line + ": " : "") + why);
    this.line = line;
    this.why = why;
  }

  /// The line from 1; 0 when unknown.
  public int line() {
    return line;
  }

  /// The cause in plain words, without the place.
  public String why() {
    return why;
  }
}
