package org.safeguard.bundle;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Sorts the lines of entries by their objects, in memory of a fixed size, and keeps one copy of
/// each object: the newest.
final class LineSort {

  private static final int RUN_BYTES = 8 << 20;
  private static final int LINE_BYTES = 64 << 20;
  private static final Comparator<Line> ORDER =
      Comparator.comparing(Line::key, LineKey.ORDER).thenComparing(Line::text, Arrays::compare);

  private final SpoolFolder folder;

  private record Line(LineKey key, byte[] text) {}

  LineSort(SpoolFolder folder) {
    this.folder = folder;
  }

  /// Makes one sorted entry of `parts` and deletes them.
  Packed sort(List<Packed> parts) throws IOException {
    List<Packed> runs = new ArrayList<>();
    for (Packed part : parts) {
      split(part, runs);
      Files.delete(part.file());
    }
    Packed sorted = merge(runs);
    for (Packed run : runs) {
      Files.delete(run.file());
    }
    return sorted;
  }

  private void split(Packed part, List<Packed> runs) throws IOException {
    try (Lines lines = new Lines(part)) {
      List<Line> run = new ArrayList<>();
      long bytes = 0;
      for (Line line = lines.next(); line != null; line = lines.next()) {
        run.add(line);
        bytes += line.text().length;
        if (bytes > RUN_BYTES) {
          runs.add(run(run));
          run.clear();
          bytes = 0;
        }
      }
      runs.add(run(run));
    }
  }

  private Packed run(List<Line> lines) throws IOException {
    lines.sort(ORDER);
    try (Packer out = folder.run()) {
      for (Line line : lines) {
        out.line(line.text(), 0, line.text().length);
      }
      return out.finish();
    }
  }

  private Packed merge(List<Packed> runs) throws IOException {
    PriorityQueue<Lines> heads =
        new PriorityQueue<>(Comparator.comparing((Lines lines) -> lines.head(), ORDER));
    try (Packer out = folder.entry()) {
      for (Packed run : runs) {
        offer(heads, new Lines(run));
      }
      LineKey last = null;
      for (Lines lines = heads.poll(); lines != null; lines = heads.poll()) {
        Line line = lines.head();
        if (last == null || LineKey.OBJECT.compare(last, line.key()) != 0) {
          out.line(line.text(), 0, line.text().length);
        }
        last = line.key();
        offer(heads, lines);
      }
      return out.finish();
    } finally {
      for (Lines lines : heads) {
        lines.close();
      }
    }
  }

  private static void offer(PriorityQueue<Lines> heads, Lines lines) throws IOException {
    if (lines.next() == null) {
      lines.close();
    } else {
      heads.add(lines);
    }
  }

  /// The lines of an entry, one after the other.
  private static final class Lines implements Closeable {

    private final InputStream in;
    private @Nullable Line head;

    Lines(Packed part) throws IOException {
      this.in = new BufferedInputStream(part.open(), 1 << 16);
    }

    Line head() {
      if (head == null) {
        throw new IllegalStateException("there are no more lines");
      }
      return head;
    }

    @Nullable Line next() throws IOException {
      ByteArrayOutputStream text = new ByteArrayOutputStream(1 << 12);
      for (int b = in.read(); b >= 0; b = in.read()) {
        text.write(b);
        if (b == '\n' || text.size() > LINE_BYTES) {
          break;
        }
      }
      if (text.size() > LINE_BYTES) {
        throw new UnsoundBundleException(
            "an object is longer than " + (LINE_BYTES >> 20) + " MiB", "Leave its type out");
      }
      byte[] line = text.toByteArray();
      head = line.length == 0 ? null : new Line(LineKey.of(line), line);
      return head;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
