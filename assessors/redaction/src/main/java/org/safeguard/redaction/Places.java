package org.safeguard.redaction;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/// The way from the root of an object to where the redactor is, and its pattern for the report.
final class Places {

  /// Members of these have names of the users.
  private static final Set<String> MAPS =
      Set.of(
          "annotations",
          "Annotations",
          "labels",
          "matchLabels",
          "data",
          "binaryData",
          "stringData",
          "Data",
          "StringData");

  private static final Pattern FIELD = Pattern.compile("[A-Za-z$_][A-Za-z0-9_-]{0,60}");
  private static final String ITEM = "*";

  private String[] keys = new String[16];
  private int depth;

  void enter(String key) {
    if (depth == keys.length) {
      keys = Arrays.copyOf(keys, depth * 2);
    }
    keys[depth++] = key;
  }

  void enterItem() {
    enter(ITEM);
  }

  void leave() {
    depth--;
  }

  /// The key `up` steps above, from 0 for the innermost; empty above the root.
  String key(int up) {
    return depth > up ? keys[depth - 1 - up] : "";
  }

  boolean contains(String key) {
    for (int i = 0; i < depth; i++) {
      if (keys[i].equals(key)) {
        return true;
      }
    }
    return false;
  }

  String pattern() {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      boolean named =
          keys[i].equals(ITEM)
              || i > 0 && MAPS.contains(keys[i - 1])
              || !FIELD.matcher(keys[i]).matches();
      pattern.append('/').append(named ? ITEM : keys[i]);
    }
    return pattern.toString();
  }
}
