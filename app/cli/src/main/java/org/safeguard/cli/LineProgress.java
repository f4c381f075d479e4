package org.safeguard.cli;

import java.io.PrintWriter;
import org.safeguard.model.progress.Progress;

/// Rewrites one line of a terminal, at most ten times a second.
final class LineProgress implements Progress {

  private static final long PAUSE = 100_000_000;
  private static final int WIDTH = 76;

  private final PrintWriter terminal;
  private long shown;

  LineProgress(PrintWriter terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized void report(String message, double fraction) {
    long now = System.nanoTime();
    if (fraction < 1 && now - shown < PAUSE) {
      return;
    }
    shown = now;
    String percent = fraction < 0 ? "    " : "%3d%%".formatted(Math.round(fraction * 100));
    String line = percent + "  " + Words.printable(message);
    clear(terminal);
    if (fraction < 1) {
      terminal.print(line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line);
    }
    terminal.flush();
  }

  static void clear(PrintWriter terminal) {
    terminal.print("\r\033[K");
    terminal.flush();
  }
}
