package org.safeguard.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.AtomicFile;
import org.safeguard.model.progress.Progress;
import picocli.CommandLine.Help.Ansi;

/// Where words go: results to `out`, everything for people to `err` when a result goes to `out`.
///
/// @param interactive whether a person watches, so that progress is shown
/// @param ansi whether colours are shown
/// @param out standard output
/// @param err standard error
record Terminal(boolean interactive, Ansi ansi, PrintWriter out, PrintWriter err) {

  /// Colours and progress only on a terminal that can show them, and no colours where `NO_COLOR`
  /// asks for none.
  static Terminal detect(
      @Nullable Console console,
      Map<String, String> environment,
      PrintWriter out,
      PrintWriter err) {
    boolean terminal =
        console != null && console.isTerminal() && !"dumb".equals(environment.get("TERM"));
    boolean colour = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(terminal, colour ? Ansi.ON : Ansi.OFF, out, err);
  }

  /// Progress on one line of standard error, or none.
  Progress progress() {
    return interactive ? new LineProgress(err) : Progress.NONE;
  }

  /// Writes JSON to standard output.
  ///
  /// @throws IOException when it ends before the JSON does
  void writeJson(AtomicFile.Content json) throws IOException {
    json.writeTo(new WriterStream(out));
    if (out.checkError()) {
      throw new IOException("standard output: it was closed or is full before the end of the JSON");
    }
  }

  /// Takes the line of progress away, so that a message stands alone.
  void clearProgress() {
    if (interactive) {
      LineProgress.clear(err);
    }
  }

  /// Text with picocli markup such as `@|bold …|@`, coloured or plain.
  String styled(String markup) {
    return ansi.string(markup);
  }
}
