package org.safeguard.snapshot;

import java.util.Set;
import java.util.TreeSet;

/// The Helm charts of a source. Their templates are no objects, even where one happens to parse.
final class Charts {

  private static final String CHART = "Chart.yaml";

  private final Set<String> folders = new TreeSet<>();

  /// Takes note of a file that is there; archives name a chart before its templates.
  void note(String name) {
    if (name.endsWith(CHART)) {
      folders.add(name.substring(0, name.length() - CHART.length()));
    }
  }

  boolean hasTemplate(String name) {
    return folders.stream()
        .anyMatch(folder -> name.startsWith(folder) && name.contains("templates/"));
  }
}
