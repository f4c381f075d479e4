package org.safeguard.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    return above(folder).anyMatch(other -> folder.startsWith("charts/", other.length()));
  }

  /// The folders of charts that a path lies below, found by its steps, since a source may hold very
  /// many of both.
  private Stream<String> above(String path) {
    return IntStream.range(0, path.length())
        .filter(end -> end == 0 || path.charAt(end - 1) == '/')
        .mapToObj(end -> path.substring(0, end))
        .filter(folders::contains);
  }

  /// The packaged chart that a chart's folder lies at the top of, by its path.
  static Optional<String> packaged(String folder) {
    Matcher packaged = PACKAGED.matcher(folder);
    return packaged.matches() ? Optional.of(packaged.group(1)) : Optional.empty();
  }

  boolean hasTemplate(String name) {
    return name.contains("templates/") && above(name).findAny().isPresent();
  }
}
