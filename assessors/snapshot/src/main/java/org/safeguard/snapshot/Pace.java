package org.safeguard.snapshot;

import java.io.IOException;
import org.safeguard.model.progress.Progress;

/// Says how far the reading is, stops it when the user asks, and keeps it within its budget.
final class Pace {

  private static final long STEP = 1L << 20;

  private final Progress progress;
  private final Budget budget;
  private final long total;
  private long done;
  private long reported;
  private String file = "";

  /// @param total bytes to read; 0 when nobody can say
  Pace(Progress progress, Budget budget, long total) {
    this.progress = progress;
    this.budget = budget;
    this.total = total;
  }

  /// The file or entry that is being read.
  String file() {
    return file;
  }

  void file(String name) {
    progress.checkCancelled();
    file = name;
    report();
  }

  void read(long bytes) throws IOException {
    budget.spend(bytes);
    done += bytes;
    if (done - reported >= STEP) {
      progress.checkCancelled();
      report();
    }
  }

  void objects(int count) {
    if ((count & 0xff) == 0) {
      progress.checkCancelled();
    }
  }

  private void report() {
    reported = done;
    progress.report("Reading " + file, total == 0 ? -1 : Math.min(1.0, (double) done / total));
  }
}
