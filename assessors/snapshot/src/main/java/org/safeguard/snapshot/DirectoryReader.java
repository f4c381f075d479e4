package org.safeguard.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
    RenderedCharts rendered = new RenderedCharts(renderer, reader);
    boolean bundle = listing.names().contains(BundleManifest.ENTRY);
    for (String name : listing.names()) {
      budget.anotherFile();
      if (rendered.isOn() && charts.hasTemplate(name)) {
        continue;
      }
      if (patches.contains(name)) {
        all.skip(
            name,
            0,
            Skipped.Kind.NOT_KUBERNETES,
            "a patch for kustomize: run `kubectl kustomize` and hand in its output");
      } else {
        all.add(file(root, name, reader, pace, bundle));
      }
    }
    if (rendered.isOn()) {
      renderAll(root, charts, rendered, all);
    }
    all.redactions = redactor.report();
    return all;
  }

  private static void renderAll(Path root, Charts charts, RenderedCharts rendered, Harvest harvest)
      throws IOException {
    for (String folder : charts.roots()) {
      String chart = Charts.packaged(folder).orElse(folder);
      boolean inArchive = folder.contains("!") && chart.equals(folder);
      if (!inArchive) {
        harvest.skipped.removeIf(skipped -> isTemplateOf(folder, skipped));
        String plain = chart.endsWith("/") ? chart.substring(0, chart.length() - 1) : chart;
        String parent = plain.substring(0, plain.lastIndexOf('/') + 1);
        rendered.add(root.resolve(plain), plain.isEmpty() ? "Chart.yaml" : plain, parent, harvest);
      }
    }
  }

  private static boolean isTemplateOf(String folder, Skipped skipped) {
    return skipped.file().startsWith(folder) && skipped.reason().equals(InputReader.TEMPLATE);
  }

  /// @param bundle whether the directory may be an unpacked bundle, whose every file is checked
  private static Harvest file(
      Path root, String name, InputReader reader, Pace pace, boolean bundle) {
    pace.file(name);
    Harvest harvest = new Harvest();
    try (InputStream in = Files.newInputStream(root.resolve(name))) {
      MeteredInputStream metered = MeteredInputStream.hashing(in, pace::read);
      reader.read(name, metered, true, harvest);
      if (harvest.isUseful() || harvest.kubernetesVersion != null) {
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
