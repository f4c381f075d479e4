package org.safeguard.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;

/// Documents that appear under their names once all of them are whole. Until then each lies beside
/// its target as a hidden `.part` file; [#close] takes away what was not published.
final class StagedDocuments implements AutoCloseable {

  private final Map<Path, Path> parts = new LinkedHashMap<>();

  void write(ExportFormat format, Assessment assessment, Path target, Progress progress)
      throws IOException {
    Destination.writing(
        target,
        () -> {
          Path part = Files.createTempFile(folder(target), "." + target.getFileName(), ".part");
          parts.put(target, part);
          format.write(assessment, part, progress);
        });
  }

  private static Path folder(Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("it is no file name");
    }
    return folder;
  }

  void publish() throws IOException {
    for (Map.Entry<Path, Path> entry : parts.entrySet()) {
      Destination.writing(
          entry.getKey(),
          () -> Files.move(entry.getValue(), entry.getKey(), StandardCopyOption.REPLACE_EXISTING));
    }
  }

  @Override
  public void close() throws IOException {
    for (Path part : parts.values()) {
      Files.deleteIfExists(part);
    }
  }
}
