package org.safeguard.admission;

import java.util.List;
import java.util.regex.Pattern;

/// Names with `*` for anything and `?` for one character, as Kyverno and Gatekeeper write them.
final class Wildcards {

  private Wildcards() {}

  static boolean matches(String pattern, String text) {
    StringBuilder regex = new StringBuilder();
    for (char c : pattern.toCharArray()) {
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
  }

  static boolean any(List<String> patterns, String text) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, text));
  }
}
