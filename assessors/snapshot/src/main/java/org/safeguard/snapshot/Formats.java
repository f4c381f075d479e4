package org.safeguard.snapshot;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Names the tool that made a source, from the folders its objects lie in.
final class Formats {

  private record Sign(String format, Pattern file) {}

  private static final List<Sign> SIGNS =
      List.of(
          sign("troubleshoot", "(.*/)?cluster-resources/.*"),
          sign("must-gather", "(.*/)?(cluster-scoped-resources/|namespaces/[^/]+/core/).*"),
          sign("rancher-support-bundle", "(.*/)?yamls/(cluster|namespaced)/.*"),
          sign(
              "velero",
              "(.*/)?resources/[^/]+/([^/]+-preferredversion/)?(cluster|namespaces/.*)/.*"),
          sign("sonobuoy", "(.*/)?resources/(ns|cluster)/.*"));

  private Formats() {}

  static String of(Harvest harvest, boolean single) {
    if (harvest.manifest != null) {
      return "bundle";
    }
    Set<String> files = new HashSet<>();
    harvest.resources.forEach(resource -> files.add(resource.file()));
    for (Sign sign : SIGNS) {
      if (files.stream().anyMatch(file -> sign.file().matcher(file).matches())) {
        return sign.format();
      }
    }
    return single && harvest.holdsList ? "kubectl-list" : "manifests";
  }

  private static Sign sign(String format, String file) {
    return new Sign(format, Pattern.compile(file));
  }
}
