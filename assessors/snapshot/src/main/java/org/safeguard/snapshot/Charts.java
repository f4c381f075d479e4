package org.safeguard.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Helm charts of a source. Their templates are no objects, even where one happens to parse.
final class Charts {

  private static final String CHART = "Chart.yaml";

  private static final Pattern PACKAGED = Pattern.compile("([^!]+)![^/!]+/");

  private final Set<String> folders = new TreeSet<>();

  /// Takes note of a file that is there; archives name a chart before its templates.
  void note(String name) {
    if (name.equals(CHART) || name.endsWith("/" + CHART)) {
      folders.add(name.substring(0, name.length() - CHART.length()));
    }
  }

  /// The folders of charts that are no part of another one, with a slash at their end; the empty
  /// text for the source itself.
  List<String> roots() {
    return folders.stream().filter(folder -> !isPart(folder)).toList();
  }

  private boolean isPart(String folder) {
    return folders.stream()
        .anyMatch(
            other ->
                !other.equals(folder)
                    && folder.startsWith(other)
                    && folder.startsWith("charts/", other.length()));
  }

  /// The packaged chart that a chart's folder lies at the top of, by its path.
  static Optional<String> packaged(String folder) {
    Matcher packaged = PACKAGED.matcher(folder);
    return packaged.matches() ? Optional.of(packaged.group(1)) : Optional.empty();
  }

  boolean hasTemplate(String name) {
    return folders.stream()
        .anyMatch(folder -> name.startsWith(folder) && name.contains("templates/"));
  }
}
