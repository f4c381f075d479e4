package org.safeguard.bundle;

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
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private @Nullable Line head;

    Lines(Packed part) throws IOException {
      this.in = part.open();
    }

    Line head() {
      if (head == null) {
        throw new IllegalStateException("there are no more lines");
      }
      return head;
    }

    @Nullable Line next() throws IOException {
      byte[] line = read();
      head = line.length == 0 ? null : new Line(LineKey.of(line), line);
      return head;
    }

    private byte[] read() throws IOException {
      byte[] start = new byte[0];
      while (from < to || fill()) {
        int end = from;
        while (end < to && buffer[end] != '\n') {
          end++;
        }
        int next = Math.min(end + 1, to);
        byte[] line = joined(start, next);
        from = next;
        if (end < to) {
          return line;
        }
        start = line;
      }
      return start;
    }

    private byte[] joined(byte[] start, int next) throws IOException {
      if (start.length > LINE_BYTES) {
        throw new UnsoundBundleException(
            "an object is longer than " + (LINE_BYTES >> 20) + " MiB", "Leave its type out");
      }
      byte[] line = Arrays.copyOf(start, start.length + next - from);
      System.arraycopy(buffer, from, line, start.length, next - from);
      return line;
    }

    private boolean fill() throws IOException {
      from = 0;
      to = Math.max(0, in.read(buffer, 0, buffer.length));
      return to > 0;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
