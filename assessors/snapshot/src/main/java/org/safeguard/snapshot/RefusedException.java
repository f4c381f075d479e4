package org.safeguard.snapshot;

import java.io.IOException;

/// The source breaks a bound or a rule of safety and is refused as a whole. It is an
/// [IOException] so that it passes through decompressors and parsers.
final class RefusedException extends IOException {

  private final String remedy;

  /// @param why the cause in plain words
  /// @param remedy what the user can do
  RefusedException(String why, String remedy) {
    super(why);
    this.remedy = remedy;
  }

  String why() {
    return String.valueOf(getMessage());
  }

  String remedy() {
    return remedy;
  }
}
