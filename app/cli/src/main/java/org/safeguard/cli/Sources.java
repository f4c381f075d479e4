package org.safeguard.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.safeguard.snapshot.Source;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Sources by their names on the command line.
final class Sources {

  static final String STANDARD_INPUT = "-";

  private Sources() {}

  /// Refuses standard input that is named twice.
  ///
  /// @throws ParameterException when it is
  static void check(List<String> names, CommandSpec command) {
    if (Collections.frequency(names, STANDARD_INPUT) > 1) {
      throw new ParameterException(
          command.commandLine(), "standard input, '-', can be read only once");
    }
  }

  static List<Source> named(List<String> names, InputStream in) {
    return names.stream().map(name -> named(name, in)).toList();
  }

  static Source named(String name, InputStream in) {
    return name.equals(STANDARD_INPUT)
        ? new Source.StreamSource(STANDARD_INPUT, in)
        : new Source.PathSource(Path.of(name));
  }
}
