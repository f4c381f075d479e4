package org.safeguard.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Reads what the charts of a source render to, as if it had been handed in.
final class RenderedCharts {

  private static final Pattern SOURCE = Pattern.compile("(?m)^# Source: (\\S+)[ \\t]*$");
  private static final Pattern SEPARATOR = Pattern.compile("(?m)^---[ \\t]*$");

  private static final int MOST_CHARTS = 200;

  private final ChartRenderer renderer;
  private final InputReader reader;
  private int charts;

  RenderedCharts(ChartRenderer renderer, InputReader reader) {
    this.renderer = renderer;
    this.reader = reader;
  }

  /// Whether charts are rendered at all.
  boolean isOn() {
    return renderer != ChartRenderer.NONE;
  }

  /// Renders a chart and reads the result; what hinders it is said and remembered.
  ///
  /// @param name of the chart in the source
  /// @param folder that it lies in, empty or with a slash at its end
  /// @return whether it rendered
  boolean add(Path chart, String name, String folder, Harvest harvest) throws IOException {
    reader.announce(name);
    if (++charts > MOST_CHARTS) {
      String why = "a chart beyond the first " + MOST_CHARTS + ": hand it in by itself";
      harvest.skip(name, 0, Skipped.Kind.UNREADABLE, why);
      return false;
    }
    try {
      ChartRenderer.Rendered rendered = renderer.render(chart);
      for (Map.Entry<String, String> template : byTemplate(rendered.manifests()).entrySet()) {
        Harvest own = new Harvest();
        reader.rendered(folder + template.getKey(), template.getValue(), own);
        harvest.add(own);
      }
      rendered
          .notes()
          .forEach(note -> harvest.skip(name, 0, Skipped.Kind.NOT_KUBERNETES, "a chart, " + note));
      return true;
    } catch (UnreadableInputException e) {
      harvest.chartFault = harvest.chartFault == null ? e : harvest.chartFault;
      harvest.skip(name, 0, Skipped.Kind.UNREADABLE, why(chart, e));
      return false;
    }
  }

  /// The cause, with the template and line where they are known.
  private static String why(Path chart, UnreadableInputException e) {
    String place = e.where().substring(Math.min(e.where().length(), chart.toString().length()));
    return place.isEmpty() ? e.why() : e.why() + ", at " + place.substring(1);
  }

  /// The documents of each template, in the order of rendering.
  private static Map<String, String> byTemplate(String manifests) {
    Map<String, String> documents = new LinkedHashMap<>();
    for (String document : SEPARATOR.split(manifests)) {
      Matcher source = SOURCE.matcher(document);
      if (source.find()) {
        String file = source.group(1).replaceAll("(^|/)\\.\\.(?=/)", "$1_");
        documents.merge(file, document.strip(), (a, b) -> a + "\n---\n" + b);
      }
    }
    return documents;
  }
}
