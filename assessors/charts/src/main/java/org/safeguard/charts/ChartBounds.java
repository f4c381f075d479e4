package org.safeguard.charts;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Keeps a stranger's chart within bounds before the engine loads all of it. The engine follows
/// symbolic links, and a template may print any file of its chart: a link that leads out of the
/// chart would put a file of this computer into the result.
final class ChartBounds extends SimpleFileVisitor<Path> {

  private static final int FILES = 10_000;
  private static final long BYTES = 64L << 20;

  private int files;
  private long bytes;
  private String fault = "";

  private ChartBounds() {}

  static void check(Path chart) throws UnreadableInputException, IOException {
    ChartBounds bounds = new ChartBounds();
    Files.walkFileTree(chart.toRealPath(), bounds);
    if (!bounds.fault.isEmpty()) {
      throw new UnreadableInputException(
          chart.toString(), bounds.fault, "Render it with `helm template` if you trust it");
    }
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    files++;
    bytes += attributes.size();
    if (!attributes.isRegularFile()) {
      fault = "the chart holds a symbolic link or a special file, " + file.getFileName();
    } else if (files > FILES) {
      fault = "the chart holds more than " + FILES + " files";
    } else if (bytes > BYTES) {
      fault = "the chart holds more than " + (BYTES >> 20) + " MiB";
    }
    return fault.isEmpty() ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
  }
}
