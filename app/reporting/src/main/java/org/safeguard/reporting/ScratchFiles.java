package org.safeguard.reporting;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;

/// A folder of its own for the sheets that POI streams to disk, readable by nobody else and gone
/// afterwards, so that no client data stays behind.
final class ScratchFiles {

  /// Work that streams to disk.
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  private ScratchFiles() {}

  static void with(Work work) throws IOException {
    Path folder = Files.createTempDirectory("safeguard-workbook");
    try {
      TempFile.withStrategy(
          new DefaultTempFileCreationStrategy(folder.toFile()),
          () -> {
            run(work);
            return true;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      delete(folder);
    }
  }

  private static void run(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
