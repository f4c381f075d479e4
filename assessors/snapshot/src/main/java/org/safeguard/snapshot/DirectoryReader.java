package org.safeguard.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.safeguard.bundle.BundleManifest;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.redaction.Profile;
import org.safeguard.redaction.Redactor;

/// Reads every file below a directory, in the order of their names.
final class DirectoryReader {

  private final Progress progress;
  private final ChartRenderer renderer;
  private final Profile profile;

  DirectoryReader(Progress progress, ChartRenderer renderer, Profile profile) {
    this.progress = progress;
    this.renderer = renderer;
    this.profile = profile;
  }

  /// @throws IOException when the directory itself cannot be read
  Harvest read(Path directory) throws IOException {
    Path root = directory.toRealPath();
    DirectoryListing listing = DirectoryListing.of(root);
    Budget budget = new Budget(ReadBounds.DEFAULT);
    Pace pace = new Pace(progress, budget, listing.bytes());
    Harvest all = new Harvest();
    listing.skipped().forEach(all.skipped::add);
    KustomizePatches patches = KustomizePatches.of(root, listing.names());
    Charts charts = new Charts();
    listing.names().forEach(charts::note);
    Redactor redactor = new Redactor(profile);
    InputReader reader = new InputReader(budget, pace, charts, redactor);
    DirectoryCharts rendered =
        new DirectoryCharts(root, charts, new RenderedCharts(renderer, reader));
    boolean bundle = listing.names().contains(BundleManifest.ENTRY);
    for (String name : listing.names()) {
      budget.anotherFile();
      if (patches.contains(name)) {
        all.skip(
            name,
            0,
            Skipped.Kind.NOT_KUBERNETES,
            "a patch for kustomize: run `kubectl kustomize` and hand in its output");
      } else if (!rendered.holdsTemplate(name)) {
        all.add(file(root, name, reader, pace, bundle));
      }
    }
    Set<String> left = rendered.render(listing.names(), all);
    for (String name : left) {
      all.add(file(root, name, reader, pace, bundle));
    }
    all.redactions = redactor.report();
    return all;
  }

  /// @param bundle whether the directory may be an unpacked bundle, whose every file is checked
  private static Harvest file(
      Path root, String name, InputReader reader, Pace pace, boolean bundle) {
    pace.file(name);
    Harvest harvest = new Harvest();
    try (InputStream in = Files.newInputStream(root.resolve(name))) {
      MeteredInputStream metered = MeteredInputStream.hashing(in, pace::read);
      reader.read(name, metered, true, harvest);
      if (harvest.isUseful() || harvest.kubernetesVersion != null || harvest.notes.isTelling()) {
        harvest.files.add(metered.finish(name));
      }
      if (bundle) {
        harvest.entries.put(name, metered.finish(name));
      }
      return harvest;
    } catch (IOException e) {
      Harvest refused = new Harvest();
      Fault fault = Fault.of(e);
      refused.skip(name, 0, Skipped.Kind.UNREADABLE, fault.why());
      refused.missFrom(name);
      return refused;
    }
  }
}
