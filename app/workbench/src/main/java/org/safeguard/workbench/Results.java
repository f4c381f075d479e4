package org.safeguard.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeguard.engagement.EngagementFile;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.snapshot.Source;

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
    checkDestinations(request);
    Path file = request.engagement();
    return file == null || Files.notExists(file)
        ? new Results(request, null)
        : new Results(request, EngagementFile.open(file));
  }

  private static void checkDestinations(AssessmentRequest request) throws IOException {
    List<Path> taken = new ArrayList<>();
    for (Source source : request.sources()) {
      if (source instanceof Source.PathSource(Path path)) {
        taken.add(path);
      }
    }
    List<Path> targets =
        Stream.of(request.engagement(), request.workbook(), request.json())
            .filter(Objects::nonNull)
            .toList();
    Destination.checkAll(taken, targets);
  }

  /// Keeps the run and writes the documents side by side; the documents appear when all is done.
  void write(Assessment assessment, Progress progress)
      throws IOException, UnreadableInputException {
    if (request.json() == null && request.workbook() == null) {
      keep(assessment, progress);
      return;
    }
    try (StagedDocuments documents = new StagedDocuments();
        Alongside<Boolean> keeping = Alongside.start(() -> keep(assessment, Progress.NONE))) {
      stage(documents, assessment, progress);
      keeping.result(IOException.class, UnreadableInputException.class);
      documents.publish();
    }
  }

  private void stage(StagedDocuments documents, Assessment assessment, Progress progress)
      throws IOException {
    if (request.json() != null) {
      progress.report("Writing the result JSON", 0);
      documents.write(ExportFormat.JSON, assessment, request.json(), Progress.NONE);
      progress.checkCancelled();
    }
    if (request.workbook() != null) {
      documents.write(ExportFormat.XLSX, assessment, request.workbook(), progress);
    }
  }

  private boolean keep(Assessment assessment, Progress progress)
      throws UnreadableInputException, IOException {
    if (engagement != null) {
      engagement.save(assessment, progress);
      return true;
    }
    if (request.engagement() == null) {
      return false;
    }
    keepInNew(request.engagement(), assessment, progress);
    return true;
  }

  /// A new file with nothing in it is of no use, so it goes when the run could not be saved.
  private static void keepInNew(Path file, Assessment assessment, Progress progress)
      throws UnreadableInputException, IOException {
    EngagementFile made = EngagementFile.create(file);
    boolean saved = false;
    try (made) {
      made.save(assessment, progress);
      saved = true;
    } finally {
      if (!saved) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void close() {
    if (engagement != null) {
      engagement.close();
    }
  }
}
