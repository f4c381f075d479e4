package org.safeguard.bundle;

import java.util.Locale;
import java.util.regex.Pattern;
import org.safeguard.model.snapshot.ResourceType;

/// Where a bundle keeps objects of one type: `objects/<group or core>/<version>/<plural>.jsonl`.
final class EntryPath {

  private static final Pattern UNSAFE = Pattern.compile("[^a-z0-9.-]");
  private static final Pattern CONSONANT_Y = Pattern.compile(".*[^aeiou]y");

  private EntryPath() {}

  static String of(String apiVersion, String kind) {
    int slash = apiVersion.lastIndexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    return folder(group) + safe(apiVersion.substring(slash + 1)) + "/" + file(kind);
  }

  /// Whether objects of `type`, of whatever version, may lie at `path`.
  static boolean mayHold(String path, ResourceType type) {
    String folder = folder(type.group());
    String file = "/" + file(type.kind());
    return path.startsWith(folder)
        && path.endsWith(file)
        && path.length() > folder.length() + file.length()
        && path.indexOf('/', folder.length()) == path.length() - file.length();
  }

  private static String folder(String group) {
    return "objects/" + safe(group.isEmpty() ? "core" : group) + "/";
  }

  private static String file(String kind) {
    return plural(safe(kind)) + ".jsonl";
  }

  /// An object's own words must not choose a path outside their folder.
  private static String safe(String step) {
    String plain = UNSAFE.matcher(step.toLowerCase(Locale.ROOT)).replaceAll("_");
    return plain.replace("..", "__");
  }

  private static String plural(String kind) {
    if (kind.equals("endpoints")) {
      return kind;
    }
    if (kind.endsWith("s") || kind.endsWith("x") || kind.endsWith("ch") || kind.endsWith("sh")) {
      return kind + "es";
    }
    boolean consonantY = CONSONANT_Y.matcher(kind).matches();
    return consonantY ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
  }
}
