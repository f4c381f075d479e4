package org.safeguard.snapshot;

import java.util.Locale;
import org.safeguard.model.snapshot.Resource;

/// Where a bundle keeps objects of one type: `objects/<group or core>/<version>/<plural>.jsonl`.
final class EntryPath {

  private EntryPath() {}

  static String of(Resource resource) {
    String group = resource.group().isEmpty() ? "core" : resource.group();
    String version = resource.apiVersion().substring(resource.apiVersion().lastIndexOf('/') + 1);
    return "objects/%s/%s/%s.jsonl"
        .formatted(safe(group), safe(version), plural(safe(resource.kind())));
  }

  /// An object's own words must not choose a path outside their folder.
  private static String safe(String step) {
    String plain = step.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "_");
    return plain.replace("..", "__");
  }

  private static String plural(String kind) {
    if (kind.equals("endpoints")) {
      return kind;
    }
    if (kind.endsWith("s") || kind.endsWith("x") || kind.endsWith("ch") || kind.endsWith("sh")) {
      return kind + "es";
    }
    boolean consonantY = kind.matches(".*[^aeiou]y");
    return consonantY ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
  }
}
