package org.safeguard.collector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The shell script with which people who cannot run this program near their cluster collect a
/// snapshot. It needs `kubectl` and standard tools, and is short enough to be read before it is
// run.
public final class CollectorScript {

  private static final String NAME = "safeguard-collect.sh";

  private CollectorScript() {}

  /// The script's text, as it may be written to a file and run by any POSIX shell.
  public static String text() {
    try (InputStream in = CollectorScript.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException(NAME + " is missing from this build");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
