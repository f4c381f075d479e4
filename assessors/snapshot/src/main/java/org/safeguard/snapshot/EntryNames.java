package org.safeguard.snapshot;

import java.util.ArrayList;
import java.util.List;

/// Names of archive entries, which a stranger chose.
final class EntryNames {

  private static final String REMEDY =
      "Ask for an archive made by the tool itself; this one may be an attack";

  private EntryNames() {}

  /// The name with plain slashes and without `./`.
  ///
  /// @throws RefusedException for a name that points outside the archive
  static String safe(String name) throws RefusedException {
    String slashed = name.replace('\\', '/');
    if (slashed.startsWith("/") || slashed.matches("^[A-Za-z]:/.*")) {
      throw new RefusedException("the archive holds the absolute path " + name, REMEDY);
    }
    List<String> steps = new ArrayList<>();
    for (String step : slashed.split("/")) {
      if (step.equals("..")) {
        throw new RefusedException("the archive holds a path that leaves it, " + name, REMEDY);
      }
      if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return String.join("/", steps);
  }
}
