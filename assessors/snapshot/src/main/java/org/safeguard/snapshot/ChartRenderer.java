package org.safeguard.snapshot;

import java.nio.file.Path;
import java.util.List;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Renders a local Helm chart without a cluster and without a network. The reader knows charts only
/// through this, so that it needs no template engine itself.
public interface ChartRenderer {

  /// Renders nothing, so that a chart is left out and said to be one.
  ChartRenderer NONE =
      chart -> {
        throw new UnreadableInputException(
            chart.toString(),
            "it is a Helm chart, and charts are not rendered here",
            "Render it with `helm template` and hand in the output");
      };

  /// Renders a chart with its own values.
  ///
  /// @param chart a chart's directory, or a packaged chart
  /// @throws UnreadableInputException when it is no chart, lacks a dependency, or does not render
  Rendered render(Path chart) throws UnreadableInputException;

  /// What a chart rendered to.
  ///
  /// @param manifests as `helm template` prints them, each document below its `# Source:` line
  /// @param notes what a reader of the result has to know, in plain words
  record Rendered(String manifests, List<String> notes) {

    public Rendered {
      notes = List.copyOf(notes);
    }
  }
}
