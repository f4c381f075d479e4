package org.safeguard.desktop.connect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;

/// Names for bundles that every operating system accepts and that hide no other file.
final class BundleNames {

  private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9._-]+");
  private static final Pattern EDGES = Pattern.compile("^[-.]+|[-.]+$");
  private static final int LONGEST = 60;

  private BundleNames() {}

  /// A file of the folder that does not exist yet, named after a context and a day. Of a long name,
  /// such as that of a cloud's cluster, the end tells most.
  static Path fresh(Path folder, String context, LocalDate day) {
    String plain = STRANGE.matcher(context).replaceAll("-");
    String end = plain.substring(Math.max(0, plain.length() - LONGEST));
    String trimmed = EDGES.matcher(end).replaceAll("");
    String name = (trimmed.isEmpty() ? "cluster" : trimmed) + "-" + day;
    Path file = folder.resolve(name + ".zip");
    for (int i = 2; Files.exists(file); i++) {
      file = folder.resolve(name + "-" + i + ".zip");
    }
    return file;
  }
}
