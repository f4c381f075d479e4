package org.safeguard.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.bundle.BundleCheck;
import org.safeguard.bundle.BundleManifest;
import org.safeguard.bundle.UnsoundBundleException;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.redaction.Profile;
import org.safeguard.redaction.Redactor;

/// Reads a source of whatever kind into a snapshot: a list of `kubectl`, manifests, a directory or
/// an archive of either, the dump of a support tool, or our own bundle.
public final class SnapshotReader {

  private final ChartRenderer charts;
  private final Profile profile;
  private final boolean copies;

  /// Reads with the usual redaction; charts are left out and said to be charts.
  public SnapshotReader() {
    this(ChartRenderer.NONE, Profile.STANDARD);
  }

  /// @param charts renders the charts of a source
  /// @param profile how much is taken out of what is read
  public SnapshotReader(ChartRenderer charts, Profile profile) {
    this(charts, profile, false);
  }

  private SnapshotReader(ChartRenderer charts, Profile profile, boolean copies) {
    this.charts = charts;
    this.profile = profile;
    this.copies = copies;
  }

  /// One that keeps each object as often as it was read, for questions about files and not about a
  /// cluster: two files with an object of the same name are two answers.
  public SnapshotReader keepingCopies() {
    return new SnapshotReader(charts, profile, true);
  }

  /// Reads the whole of `source`.
  ///
  /// @throws UnreadableInputException when it cannot be read, breaks a bound, or holds no
  ///     Kubernetes object
  public Snapshot read(Source source, Progress progress) throws UnreadableInputException {
    try {
      return switch (source) {
        case Source.PathSource(Path path) when Files.isDirectory(path) -> directory(path, progress);
        case Source.PathSource(Path path) -> file(path, progress);
        case Source.StreamSource(String name, InputStream in) ->
            stream(name, name, in, 0, null, progress);
      };
    } catch (OutOfMemoryError e) {
      // Every bound holds for one document; a source of very many is bounded by the memory itself.
      // All that was read is unreachable by now, so there is room again to say so.
      throw new UnreadableInputException(
          name(source),
          "it needs more memory than the %d MiB there are"
              .formatted(Runtime.getRuntime().maxMemory() >> 20),
          "Hand in a smaller part, or start with more memory");
    }
  }

  private static String name(Source source) {
    return switch (source) {
      case Source.PathSource(Path path) -> path.toString();
      case Source.StreamSource(String name, InputStream _) -> name;
    };
  }

  private Snapshot directory(Path path, Progress progress) throws UnreadableInputException {
    String name = shortName(path);
    try {
      Harvest harvest = new DirectoryReader(progress, charts, profile).read(path);
      check(harvest);
      return snapshot(path.toString(), name, harvest, false);
    } catch (IOException e) {
      throw unreadable(path.toString(), e);
    }
  }

  /// A bundle is held against its manifest; its log is known and nothing that was left out.
  private static void check(Harvest harvest) throws UnsoundBundleException {
    BundleManifest manifest = harvest.bundle.manifest();
    if (manifest != null) {
      BundleCheck.check(manifest, harvest.entries);
      harvest.skipped.removeIf(skipped -> skipped.file().equals(BundleManifest.LOG));
    }
  }

  private Snapshot file(Path path, Progress progress) throws UnreadableInputException {
    try (InputStream in = Files.newInputStream(path)) {
      return stream(path.toString(), shortName(path), in, Files.size(path), path, progress);
    } catch (IOException e) {
      throw unreadable(path.toString(), e);
    }
  }

  /// @param where how messages call it, as the user named it
  /// @param name how evidence calls it
  /// @param file that is read, null for a stream
  private Snapshot stream(
      String where, String name, InputStream in, long bytes, @Nullable Path file, Progress progress)
      throws UnreadableInputException {
    Budget budget = new Budget(ReadBounds.DEFAULT);
    Pace pace = new Pace(progress, budget, bytes);
    Harvest harvest = new Harvest();
    pace.file(name);
    try {
      MeteredInputStream metered = MeteredInputStream.hashing(in, pace::read);
      Redactor redactor = new Redactor(profile);
      Charts found = new Charts();
      InputReader reader = new InputReader(budget, pace, found, redactor);
      reader.read(name, metered, false, harvest);
      if (file != null) {
        packaged(file, name, found, new RenderedCharts(charts, reader), harvest);
      }
      harvest.redactions = redactor.report();
      harvest.files.add(metered.finish(name));
      check(harvest);
    } catch (IOException e) {
      String entry = pace.file().equals(name) ? "" : "!" + pace.file();
      throw unreadable(where + entry, e);
    }
    if (harvest.chartFault != null && !harvest.isUseful()) {
      throw harvest.chartFault;
    }
    for (Skipped skipped : harvest.skipped) {
      if (skipped.kind() == Skipped.Kind.UNREADABLE && skipped.file().equals(name)) {
        throw damaged(where, skipped);
      }
    }
    return snapshot(where, name, harvest, true);
  }

  /// A packaged chart is an archive with one folder, the chart.
  private static void packaged(
      Path file, String name, Charts found, RenderedCharts rendered, Harvest harvest)
      throws IOException {
    List<String> roots = found.roots();
    boolean one =
        roots.size() == 1 && roots.getFirst().indexOf('/') == roots.getFirst().length() - 1;
    if (rendered.isOn() && one) {
      harvest.skipped.removeIf(skipped -> skipped.reason().equals(InputReader.TEMPLATE));
      rendered.add(file, name, "", harvest);
    }
  }

  private Snapshot snapshot(String where, String name, Harvest harvest, boolean single)
      throws UnreadableInputException {
    if (!harvest.isUseful() && harvest.bundle.manifest() == null) {
      throw nothing(where, harvest);
    }
    if (harvest.capturedAt == null) {
      harvest.capturedAt = stamp(name, harvest);
    }
    return new Merger(copies).snapshot(name, Formats.of(harvest, single), harvest);
  }

  /// When the source was made, where only names tell.
  private static @Nullable Instant stamp(String name, Harvest harvest) {
    Instant own = SourceHints.stamp(name);
    return own != null || harvest.resources.isEmpty()
        ? own
        : SourceHints.stamp(harvest.resources.getFirst().file());
  }

  private static UnreadableInputException nothing(String where, Harvest harvest) {
    if (harvest.chartFault != null) {
      return harvest.chartFault;
    }
    boolean helm = harvest.skipped.stream().anyMatch(s -> s.reason().startsWith("a Helm template"));
    if (helm) {
      return new UnreadableInputException(
          where,
          "it holds Helm templates and no Kubernetes object",
          "Render it first with `helm template` and hand in the output");
    }
    if (harvest.skipped.stream().anyMatch(s -> s.reason().startsWith("input of kustomize"))) {
      return new UnreadableInputException(
          where,
          "it holds input of kustomize and no Kubernetes object",
          "Run `kubectl kustomize` and hand in its output");
    }
    return new UnreadableInputException(
        where,
        "it holds no Kubernetes object",
        "Hand in the output of `kubectl get … -o yaml`, manifests, or a bundle");
  }

  private static UnreadableInputException damaged(String where, Skipped skipped) {
    String line = skipped.line() > 0 ? ":" + skipped.line() : "";
    return new UnreadableInputException(
        where + line, skipped.reason(), "Correct the file or export it again");
  }

  private static UnreadableInputException unreadable(String where, IOException e) {
    Fault fault = Fault.of(e);
    return new UnreadableInputException(where, fault.why(), fault.remedy(), e);
  }

  private static String shortName(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
