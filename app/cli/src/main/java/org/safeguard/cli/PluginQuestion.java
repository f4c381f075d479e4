package org.safeguard.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import org.safeguard.capture.ExecApproval;

/// Asks once whether the program that a kubeconfig names for logging in may run. Where nobody can
/// answer, it may not.
final class PluginQuestion implements ExecApproval {

  private final Terminal terminal;
  private final boolean allowed;
  private final InputStream in;

  PluginQuestion(Terminal terminal, boolean allowed, InputStream in) {
    this.terminal = terminal;
    this.allowed = allowed;
    this.in = in;
  }

  @Override
  public boolean approve(List<String> command, String context) {
    terminal.clearProgress();
    terminal
        .err()
        .printf(
            "To log in, the kubeconfig's context %s wants to run this program:%n  %s%n",
            printable(context), printable(String.join(" ", command)));
    if (allowed) {
      return true;
    }
    if (!terminal.interactive()) {
      terminal.err().println("Nobody can be asked here; allow it with --allow-plugin");
      return false;
    }
    terminal.err().print("Run it? Type yes or no: ");
    terminal.err().flush();
    return answer().strip().toLowerCase(Locale.ROOT).equals("yes");
  }

  private String answer() {
    try {
      String line =
          new BufferedReader(new InputStreamReader(in, Charset.defaultCharset())).readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A stranger's words must not steer the terminal.
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "�");
  }
}
