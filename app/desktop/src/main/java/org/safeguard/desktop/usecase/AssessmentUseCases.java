package org.safeguard.desktop.usecase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.workbench.ExportFormat;

/// What the screens ask of the engine. Every call takes time and belongs on a background thread.
public interface AssessmentUseCases {

  /// Makes an empty engagement file and opens it.
  ///
  /// @throws UnreadableInputException when there is something else under that name
  Engagement create(Path file) throws UnreadableInputException, IOException;

  /// Opens an engagement file with its latest run.
  ///
  /// @throws UnreadableInputException when it is no engagement file, or is damaged
  Engagement open(Path file) throws UnreadableInputException, IOException;

  /// Reads files and folders without judging them.
  List<ReadSource> read(List<Path> sources, Progress progress)
      throws UnreadableInputException, IOException;

  /// Assesses what was read, keeps the run in the engagement file (made where there is none), and
  /// opens it. Nothing is kept of a run that is cancelled or fails.
  ///
  /// @param scope the scope file; null for none
  Engagement assess(
      List<ReadSource> sources, @Nullable Path scope, Path engagement, Progress progress)
      throws UnreadableInputException, IOException;

  /// Writes the latest run of an engagement as a document; `out` is replaced whole or not at all.
  void export(Engagement engagement, ExportFormat format, Path out, Progress progress)
      throws UnreadableInputException, IOException;
}
