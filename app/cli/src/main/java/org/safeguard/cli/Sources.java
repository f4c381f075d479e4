package org.safeguard.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.safeguard.snapshot.Source;

/// Sources by their names on the command line.
final class Sources {

  static final String STANDARD_INPUT = "-";

  private Sources() {}

  static List<Source> named(List<String> names, InputStream in) {
    return names.stream().map(name -> named(name, in)).toList();
  }

  static Source named(String name, InputStream in) {
    return name.equals(STANDARD_INPUT)
        ? new Source.StreamSource(STANDARD_INPUT, in)
        : new Source.PathSource(Path.of(name));
  }
}
