package org.safeguard.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.safeguard.workbench.Workbench;
import picocli.CommandLine.Help.Ansi;

/// The command line in this process, with what it prints.
record Cli(int status, String out, String err) {

  static final Path CLINIC = Path.of("target/test-classes/small-clinic");
  static final String PACK = "target/test-classes/small-pack";
  static final Path POLICY = Path.of("target/test-classes/policy.yaml");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:15:30Z"), ZoneOffset.UTC);

  static Cli run(Object... arguments) {
    return fed("", arguments);
  }

  /// Runs with `input` on standard input.
  static Cli fed(String input, Object... arguments) {
    return run(Ansi.OFF, input, arguments);
  }

  static Cli run(Ansi ansi, String input, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(false, ansi, new PrintWriter(out, true), new PrintWriter(err, true));
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int status =
        CommandLineFactory.create(
                new Workbench(CLOCK, "test"),
                terminal,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                Interruption.none())
            .execute(words);
    return new Cli(
        status,
        out.toString().replace(System.lineSeparator(), "\n"),
        err.toString().replace(System.lineSeparator(), "\n"));
  }
}
