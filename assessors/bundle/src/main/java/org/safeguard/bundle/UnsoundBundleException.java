package org.safeguard.bundle;

import java.io.IOException;

/// A file is no bundle, or is damaged, changed or too large to be read safely. It is an
/// [IOException] so that it passes through decompressors and parsers.
public final class UnsoundBundleException extends IOException {

  private final String remedy;

  /// @param why the cause in plain words
  /// @param remedy what the user can do
  public UnsoundBundleException(String why, String remedy) {
    super(why);
    this.remedy = remedy;
  }

  /// The cause in plain words.
  public String why() {
    return String.valueOf(getMessage());
  }

  /// What the user can do.
  public String remedy() {
    return remedy;
  }
}
