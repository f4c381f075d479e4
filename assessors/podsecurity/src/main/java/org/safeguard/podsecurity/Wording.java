package org.safeguard.podsecurity;

import java.util.Collection;

/// The admission plug-in's ways of listing things in a message.
final class Wording {

  private Wording() {}

  /// `"a", "b"`
  static String quoted(Collection<String> items) {
    return items.isEmpty() ? "" : '"' + String.join("\", \"", items) + '"';
  }

  /// `container "a"` or `containers "a", "b"`
  static String named(String singular, Collection<String> items) {
    return plural(singular, items.size()) + " " + quoted(items);
  }

  static String plural(String singular, int count) {
    return count == 1 ? singular : singular + "s";
  }

  /// A text as Go's `%q` writes it.
  static String escaped(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default -> quoted.append(c < ' ' ? String.format("\\x%02x", (int) c) : String.valueOf(c));
      }
    }
    return quoted.append('"').toString();
  }
}
