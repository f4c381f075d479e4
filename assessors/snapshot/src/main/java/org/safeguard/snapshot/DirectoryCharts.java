package org.safeguard.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.SourceFile;

/// The charts of a directory, each of which is rendered as a whole instead of reading its
/// templates one by one.
final class DirectoryCharts {

  private final Path root;
  private final Charts charts;
  private final RenderedCharts rendered;

  /// @param charts those of the directory; those of archives in it join while they are read
  DirectoryCharts(Path root, Charts charts, RenderedCharts rendered) {
    this.root = root;
    this.charts = charts;
    this.rendered = rendered;
  }

  /// Whether a file is a template, which is not read by itself.
  boolean holdsTemplate(String name) {
    return rendered.isOn() && charts.hasTemplate(name);
  }

  /// Renders every chart, once all other files are read.
  ///
  /// @param names of the files of the directory
  /// @return templates of charts that did not render, of which some may be plain objects
  Set<String> render(List<String> names, Harvest harvest) throws IOException {
    Set<String> left = new LinkedHashSet<>();
    if (!rendered.isOn()) {
      return left;
    }
    for (String folder : charts.roots()) {
      boolean inArchive = folder.contains("!");
      String chart = Charts.packaged(folder).orElse(folder);
      if (inArchive && chart.equals(folder)) {
        continue;
      }
      List<String> own =
          names.stream().filter(n -> inArchive ? n.equals(chart) : n.startsWith(folder)).toList();
      boolean done = render(chart, harvest);
      if (done) {
        harvest.skipped.removeIf(skipped -> isTemplateOf(folder, skipped));
        addHashes(own, harvest);
      } else if (!inArchive) {
        own.stream().filter(charts::hasTemplate).forEach(left::add);
      }
    }
    return left;
  }

  private boolean render(String chart, Harvest harvest) throws IOException {
    String plain = chart.endsWith("/") ? chart.substring(0, chart.length() - 1) : chart;
    String parent = plain.substring(0, plain.lastIndexOf('/') + 1);
    String name = plain.isEmpty() ? "Chart.yaml" : plain;
    return rendered.add(root.resolve(plain), name, parent, harvest);
  }

  private static boolean isTemplateOf(String folder, Skipped skipped) {
    return skipped.file().startsWith(folder) && skipped.reason().equals(InputReader.TEMPLATE);
  }

  /// What a chart renders to depends on all of its files, so all of them tell the snapshot apart.
  private void addHashes(List<String> names, Harvest harvest) throws IOException {
    Set<String> known = new HashSet<>();
    harvest.files.forEach(file -> known.add(file.file()));
    for (String name : new TreeSet<>(names)) {
      if (known.add(name)) {
        harvest.files.add(hash(name));
      }
    }
  }

  private SourceFile hash(String name) throws IOException {
    try (InputStream in = Files.newInputStream(root.resolve(name))) {
      return MeteredInputStream.hashing(in, MeteredInputStream.ReadListener.NONE).finish(name);
    }
  }
}
