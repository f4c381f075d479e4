package org.safeguard.charts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.snapshot.ChartRenderer;

/// Renders charts with Helm's own template engine, which a native library brings along.
///
/// A chart is a program by a stranger, so it runs in a process of its own with a time limit.
/// Nothing is fetched: only dependencies that lie in the chart's `charts` folder are used, `lookup`
/// finds nothing, and that process knows of no cluster that a template could ask.
public final class HelmCharts implements ChartRenderer {

  private static final List<String> NOTES =
      List.of(
          "rendered with its own values, in the namespace default, for no cluster in particular",
          "rendered without hooks: hand in the output of `helm template` where they matter");

  @Override
  public Rendered render(Path chart) throws UnreadableInputException {
    try {
      ChartBounds.check(chart);
      ChartFiles files = ChartFiles.read(chart);
      try (Workplace workplace = Workplace.make()) {
        Path rendered = files.isAdapted() ? workplace.write("chart.tgz", files.packed()) : chart;
        return new Rendered(RenderProcess.run(chart, rendered, workplace), notes(files));
      }
    } catch (IOException e) {
      throw new UnreadableInputException(
          chart.toString(),
          "the chart cannot be read (" + e.getMessage() + ")",
          "Copy or download it again",
          e);
    }
  }

  private static List<String> notes(ChartFiles files) {
    List<String> notes = new ArrayList<>(NOTES);
    notes.addAll(files.notes());
    return notes;
  }
}
