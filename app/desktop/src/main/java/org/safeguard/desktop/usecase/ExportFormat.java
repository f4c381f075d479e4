package org.safeguard.desktop.usecase;

import java.nio.file.Path;
import java.util.Locale;

/// The documents an engagement can be written as.
public enum ExportFormat {
  XLSX,
  JSON,
  CSV;

  /// The file name's ending and the engine's name for it, such as `xlsx`.
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The format that a file name asks for, or this one where it asks for none.
  public ExportFormat orOf(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (ExportFormat format : values()) {
      if (name.endsWith("." + format.extension())) {
        return format;
      }
    }
    return this;
  }
}
