package org.safeguard.workbench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How answers about rights are written for programs.
public enum AccessFormat {
  /// A table with a line of headings.
  CSV,
  /// Everything, schema `safeguard-access/1`.
  JSON;

  /// The format by its name on the command line, such as `csv`.
  public static Optional<AccessFormat> named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
