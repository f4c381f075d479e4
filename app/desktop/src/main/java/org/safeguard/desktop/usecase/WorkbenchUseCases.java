package org.safeguard.desktop.usecase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.safeguard.engagement.StoredObject;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.rules.PackException;
import org.safeguard.snapshot.Source;
import org.safeguard.workbench.AssessmentRequest;
import org.safeguard.workbench.ExportFormat;
import org.safeguard.workbench.OpenEngagement;
import org.safeguard.workbench.UnknownPackException;
import org.safeguard.workbench.Workbench;

/// The engine behind the screens. A finished run is read back from its file, so that the objects
/// of a large cluster do not stay in memory.
public final class WorkbenchUseCases implements AssessmentUseCases {

  /// How far a run is when it is saved and only has to be read back.
  private static final double SAVED = 0.97;

  private final Workbench workbench;

  public WorkbenchUseCases(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Engagement create(Path file) throws UnreadableInputException, IOException {
    workbench.createEngagement(file);
    return open(file);
  }

  @Override
  public Engagement open(Path file) throws UnreadableInputException, IOException {
    OpenEngagement opened = workbench.open(file);
    boolean whole = false;
    try {
      Optional<Assessment> latest =
          opened.runs().isEmpty() ? Optional.empty() : Optional.of(opened.latest());
      whole = true;
      return new Opened(opened, latest);
    } finally {
      if (!whole) {
        opened.close();
      }
    }
  }

  @Override
  public List<ReadSource> read(List<Path> sources, Progress progress)
      throws UnreadableInputException {
    List<Snapshot> snapshots = workbench.read(named(sources), progress);
    return IntStream.range(0, sources.size())
        .mapToObj(i -> new ReadSource(sources.get(i), snapshots.get(i)))
        .toList();
  }

  @Override
  public Engagement assess(
      List<ReadSource> sources, @Nullable Path scope, Path engagement, Progress progress)
      throws UnreadableInputException, IOException {
    List<Source> named = named(sources.stream().map(ReadSource::path).toList());
    List<Snapshot> read = sources.stream().map(ReadSource::snapshot).toList();
    AssessmentRequest request =
        new AssessmentRequest(named, engagement, null, null, List.of(), scope, null);
    try {
      workbench.assess(request, read, progress.part(0, SAVED));
    } catch (PackException | UnknownPackException e) {
      throw new UnreadableInputException(
          "rule packs", String.valueOf(e.getMessage()), "Install the program again", e);
    }
    progress.report("Opening the run", SAVED);
    return open(engagement);
  }

  @Override
  public void export(Engagement engagement, ExportFormat format, Path out, Progress progress)
      throws UnreadableInputException, IOException {
    workbench.export(engagement.file(), format, out, progress);
  }

  private static List<Source> named(List<Path> paths) {
    return paths.stream().map(path -> (Source) new Source.PathSource(path)).toList();
  }

  private record Opened(OpenEngagement opened, Optional<Assessment> latest) implements Engagement {
    @Override
    public Path file() {
      return opened.file();
    }

    @Override
    public Optional<SourceObject> object(ObjectReference reference)
        throws UnreadableInputException {
      return opened.object(reference).map(Opened::source);
    }

    @Override
    public void close() {
      opened.close();
    }

    private static SourceObject source(StoredObject stored) {
      return new SourceObject(stored.file(), stored.body());
    }
  }
}
