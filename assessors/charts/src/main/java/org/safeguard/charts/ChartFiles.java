package org.safeguard.charts;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// The files of a chart, adapted where they could not be rendered without a cluster, and so those
/// of the packaged charts in it.
final class ChartFiles {

  private static final long BYTES = 64L << 20;
  private static final int FILES = 10_000;
  private static final int DEPTH = 4;

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Set<String> notes = new TreeSet<>();
  private boolean adapted;
  private long bytes;

  private ChartFiles() {}

  /// Reads a chart's directory or a packaged chart.
  static ChartFiles read(Path chart) throws IOException {
    ChartFiles files = new ChartFiles();
    if (Files.isDirectory(chart)) {
      files.directory(chart);
    } else {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(chart))) {
        files.packaged(in, 1);
      }
    }
    return files;
  }

  boolean isAdapted() {
    return adapted;
  }

  /// What was adapted, in plain words.
  List<String> notes() {
    return List.copyOf(notes);
  }

  private void directory(Path chart) throws IOException {
    Path root = chart.toRealPath();
    List<Path> paths;
    try (Stream<Path> all = Files.walk(root)) {
      paths = all.filter(Files::isRegularFile).toList();
    }
    for (Path path : paths) {
      String name = root.relativize(path).toString().replace('\\', '/');
      add("chart/" + name, Files.readAllBytes(path), 1);
    }
  }

  private void packaged(InputStream in, int depth) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in));
    TarArchiveEntry entry = tar.getNextEntry();
    while (entry != null) {
      if (entry.isFile()) {
        add(entry.getName(), tar.readNBytes((int) (BYTES - bytes + 1)), depth);
      }
      entry = tar.getNextEntry();
    }
  }

  private void add(String name, byte[] content, int depth) throws IOException {
    bytes += content.length;
    if (bytes > BYTES || files.size() >= FILES) {
      throw new IOException("it holds more than %d MiB or %d files".formatted(BYTES >> 20, FILES));
    }
    files.put(name, name.endsWith(".tgz") ? subchart(content, depth) : text(name, content));
  }

  private byte[] subchart(byte[] content, int depth) throws IOException {
    if (depth >= DEPTH) {
      throw new IOException("it holds charts in charts deeper than " + DEPTH);
    }
    ChartFiles inner = new ChartFiles();
    inner.bytes = bytes;
    inner.packaged(new ByteArrayInputStream(content), depth + 1);
    bytes = inner.bytes;
    notes.addAll(inner.notes);
    adapted |= inner.adapted;
    return inner.adapted ? inner.packed() : content;
  }

  private byte[] text(String name, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    if (name.endsWith("Chart.yaml")) {
      return changed(content, text, OfflineText.withoutVersion(text), OfflineText.VERSION_NOTE);
    }
    return text.contains("lookup") && text.contains("{{")
        ? changed(content, text, OfflineText.withoutLookup(text), OfflineText.LOOKUP_NOTE)
        : content;
  }

  private byte[] changed(byte[] content, String before, String after, String note) {
    if (before.equals(after)) {
      return content;
    }
    adapted = true;
    notes.add(note);
    return after.getBytes(StandardCharsets.UTF_8);
  }

  /// All files as a packaged chart.
  byte[] packed() throws IOException {
    ByteArrayOutputStream bytesOut = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GZIPOutputStream(bytesOut), "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytesOut.toByteArray();
  }
}
