package org.safeguard.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.safeguard.engagement.EngagementFile;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Where a request's results go. Opened before the work starts, so that a result which cannot be
/// written is known before minutes are spent.
final class Results implements AutoCloseable {

  private final AssessmentRequest request;
  private final @Nullable EngagementFile engagement;

  private Results(AssessmentRequest request, @Nullable EngagementFile engagement) {
    this.request = request;
    this.engagement = engagement;
  }

  static Results open(AssessmentRequest request) throws UnreadableInputException, IOException {
    requireFolder(request.workbook());
    requireFolder(request.json());
    Path file = request.engagement();
    requireFolder(file);
    if (file == null || Files.notExists(file)) {
      return new Results(request, null);
    }
    return new Results(request, EngagementFile.open(file));
  }

  private static void requireFolder(@Nullable Path file) throws IOException {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException(file + ": there is no folder " + folder + " to write into");
    }
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": is a folder, not a file");
    }
  }

  void write(Assessment assessment, Progress progress)
      throws IOException, UnreadableInputException {
    try (Alongside<Boolean> keeping = Alongside.start(() -> keep(assessment))) {
      documents(assessment, progress);
      keeping.result(IOException.class, UnreadableInputException.class);
    }
  }

  private void documents(Assessment assessment, Progress progress) throws IOException {
    if (request.json() != null) {
      progress.report("Writing the result JSON", 0);
      ExportFormat.JSON.write(assessment, request.json(), Progress.NONE);
    }
    if (request.workbook() != null) {
      ExportFormat.XLSX.write(assessment, request.workbook(), progress);
    }
  }

  private boolean keep(Assessment assessment) throws UnreadableInputException, IOException {
    if (engagement != null) {
      engagement.save(assessment, Progress.NONE);
      return true;
    }
    if (request.engagement() == null) {
      return false;
    }
    try (EngagementFile made = EngagementFile.create(request.engagement())) {
      made.save(assessment, Progress.NONE);
    }
    return true;
  }

  @Override
  public void close() {
    if (engagement != null) {
      engagement.close();
    }
  }
}
