package org.safeguard.snapshot;

import java.nio.charset.CharacterCodingException;

/// Bytes that are no text in the encoding of the file.
final class NotTextException extends CharacterCodingException {

  private final String encoding;
  private final long offset;
  private final int line;

  /// @param encoding such as `UTF-8`
  /// @param offset of the first wrong byte, from 0
  /// @param line of the wrong byte, from 1; 0 when unknown
  NotTextException(String encoding, long offset, int line) {
    this.encoding = encoding;
    this.offset = offset;
    this.line = line;
  }

  int line() {
    return line;
  }

  @Override
  public String getMessage() {
    return "byte " + offset + " is not " + encoding + " text";
  }
}
