package org.safeguard.snapshot;

import java.io.InputStream;
import java.nio.file.Path;

/// Where a snapshot is read from. What it holds is found from its content, never from its name.
public sealed interface Source {

  /// A file, an archive or a directory.
  ///
  /// @param path as the user gave it
  record PathSource(Path path) implements Source {}

  /// A stream, such as standard input.
  ///
  /// @param name how to call it in messages and evidence; `-` for standard input
  /// @param in read to its end, not closed
  record StreamSource(String name, InputStream in) implements Source {}
}
