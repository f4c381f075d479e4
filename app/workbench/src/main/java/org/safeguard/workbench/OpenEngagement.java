package org.safeguard.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.safeguard.engagement.EngagementFile;
import org.safeguard.engagement.RunSummary;
import org.safeguard.engagement.StoredObject;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.verdict.ObjectReference;

/// An engagement file that is open for reading.
public final class OpenEngagement implements AutoCloseable {

  private final Path path;
  private final EngagementFile file;

  OpenEngagement(Path path, EngagementFile file) {
    this.path = path;
    this.file = file;
  }

  /// The file.
  public Path file() {
    return path;
  }

  /// Every run, oldest first.
  ///
  /// @throws UnreadableInputException when the file is damaged
  public List<RunSummary> runs() throws UnreadableInputException {
    return file.runs();
  }

  /// The latest run.
  ///
  /// @throws UnreadableInputException when there is none yet
  public Assessment latest() throws UnreadableInputException {
    return file.read(latestRun());
  }

  /// An object as the latest run saw it; empty when the run holds no such object.
  ///
  /// @throws UnreadableInputException when there is no run yet
  public Optional<StoredObject> object(ObjectReference reference) throws UnreadableInputException {
    return file.object(latestRun(), reference);
  }

  /// The snapshots of the latest run, with their objects.
  ///
  /// @throws UnreadableInputException when there is no run yet
  List<Snapshot> latestSnapshots(Progress progress) throws UnreadableInputException {
    return file.snapshots(latestRun(), progress);
  }

  private long latestRun() throws UnreadableInputException {
    List<RunSummary> runs = file.runs();
    if (runs.isEmpty()) {
      throw new UnreadableInputException(
          path.toString(),
          "this engagement holds no assessment yet",
          "Assess a source into it first");
    }
    return runs.getLast().run();
  }

  @Override
  public void close() {
    file.close();
  }
}
