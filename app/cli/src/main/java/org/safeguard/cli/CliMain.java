package org.safeguard.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.safeguard.workbench.Workbench;

/// Starts the command line and wires its parts.
public final class CliMain {

  private CliMain() {}

  /// @param arguments as in the README
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Interruption interruption = Interruption.guard();
    int status = run(arguments, out, err, interruption);
    out.flush();
    err.flush();
    interruption.ended();
    System.exit(status);
  }

  private static int run(
      String[] arguments, PrintWriter out, PrintWriter err, Interruption interruption) {
    Terminal terminal = Terminal.detect(System.console(), System.getenv(), out, err);
    Workbench workbench = new Workbench(clock(System.getenv("SOURCE_DATE_EPOCH")), Version.text());
    return CommandLineFactory.create(workbench, terminal, System.in, interruption)
        .execute(arguments);
  }

  /// The system clock, or a fixed one for reproducible results, as reproducible-builds.org defines
  /// `SOURCE_DATE_EPOCH`.
  static Clock clock(@Nullable String epoch) {
    return epoch != null && epoch.matches("[0-9]{1,11}")
        ? Clock.fixed(Instant.ofEpochSecond(Long.parseLong(epoch)), ZoneOffset.UTC)
        : Clock.systemUTC();
  }
}
