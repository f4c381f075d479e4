package org.safeguard.admission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Compares objects with the patterns of Kyverno, with anchors and operators
/// ([patterns](https://kyverno.io/docs/policy-types/cluster-policy/validate/#patterns)).
final class KyvernoPattern {

  private static final Pattern ANCHOR = Pattern.compile("([=^+<X]?)\\((.+)\\)");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  /// What a comparison gave.
  enum Match {
    YES,
    NO,
    /// A condition of the pattern does not hold, so it asks nothing.
    SKIPPED,
    /// The pattern needs something that is not known here.
    UNTOLD
  }

  private KyvernoPattern() {}

  /// Whether an object satisfies a pattern; empty where that cannot be told.
  static Optional<Boolean> accepts(@Nullable Object value, Object pattern) {
    return switch (match(value, pattern)) {
      case YES, SKIPPED -> Optional.of(true);
      case NO -> Optional.of(false);
      case UNTOLD -> Optional.empty();
    };
  }

  static Match match(@Nullable Object value, @Nullable Object pattern) {
    if (pattern instanceof Map<?, ?> members) {
      return value instanceof Map<?, ?>
          ? mapping(Overlays.map(value), Overlays.map(members))
          : value == null && isOptional(members) ? Match.YES : Match.NO;
    }
    if (pattern instanceof List<?> items) {
      return list(value, items);
    }
    return scalar(value, pattern);
  }

  /// A mapping that asks nothing of what is not there.
  private static boolean isOptional(Map<?, ?> pattern) {
    return pattern.keySet().stream()
        .allMatch(
            key -> {
              Matcher anchor = ANCHOR.matcher(String.valueOf(key));
              return anchor.matches() && !anchor.group(1).equals("^");
            });
  }

  private static Match mapping(Map<String, Object> value, Map<String, Object> pattern) {
    boolean untold = false;
    for (Map.Entry<String, Object> member : pattern.entrySet()) {
      Matcher anchor = ANCHOR.matcher(member.getKey());
      if (anchor.matches() && (anchor.group(1).isEmpty() || anchor.group(1).equals("<"))) {
        Object there = value.get(anchor.group(2));
        Match condition = there == null ? Match.NO : match(there, member.getValue());
        if (condition == Match.UNTOLD) {
          return Match.UNTOLD;
        }
        if (condition != Match.YES) {
          return Match.SKIPPED;
        }
      }
    }
    for (Map.Entry<String, Object> member : pattern.entrySet()) {
      Match match = member(value, member.getKey(), member.getValue());
      if (match == Match.NO || match == Match.SKIPPED && member.getKey().startsWith("(")) {
        return match;
      }
      untold |= match == Match.UNTOLD;
    }
    return untold ? Match.UNTOLD : Match.YES;
  }

  private static Match member(Map<String, Object> value, String key, Object pattern) {
    Matcher anchor = ANCHOR.matcher(key);
    if (!anchor.matches()) {
      return match(value.get(key), pattern);
    }
    Object there = value.get(anchor.group(2));
    return switch (anchor.group(1)) {
      case "=" -> there == null ? Match.YES : match(there, pattern);
      case "X" -> there == null ? Match.YES : Match.NO;
      case "^" -> exists(there, pattern);
      case "", "<", "+" -> Match.YES; // looked at before, or for mutation only
      default -> Match.UNTOLD;
    };
  }

  private static Match exists(@Nullable Object value, Object pattern) {
    if (!(value instanceof List<?> items)) {
      return Match.NO;
    }
    Object wanted = pattern instanceof List<?> list && !list.isEmpty() ? list.getFirst() : pattern;
    boolean any = items.stream().anyMatch(item -> match(item, wanted) == Match.YES);
    return any ? Match.YES : Match.NO;
  }

  /// Every item of the list must satisfy the first item of the pattern.
  private static Match list(@Nullable Object value, List<?> pattern) {
    if (!(value instanceof List<?> items) || pattern.isEmpty()) {
      return Match.NO;
    }
    boolean untold = false;
    for (Object item : items) {
      Match match = match(item, pattern.getFirst());
      if (match == Match.NO) {
        return Match.NO;
      }
      untold |= match == Match.UNTOLD;
    }
    return untold ? Match.UNTOLD : Match.YES;
  }

  private static Match scalar(@Nullable Object value, @Nullable Object pattern) {
    if (pattern == null || pattern.equals("")) {
      return value == null || value.equals("") ? Match.YES : Match.NO;
    }
    String wanted = String.valueOf(pattern);
    if (wanted.contains("{{") || wanted.contains("$(")) {
      return Match.UNTOLD;
    }
    if (value == null) {
      return Match.NO;
    }
    String text = String.valueOf(value);
    for (String alternative : wanted.split("\\|", -1)) {
      Match all = Match.YES;
      for (String part : alternative.split("&", -1)) {
        Match one = compared(text, part.strip());
        all = one == Match.YES ? all : one;
      }
      if (all != Match.NO) {
        return all;
      }
    }
    return Match.NO;
  }

  private static Match compared(String text, String pattern) {
    for (String operator : List.of(">=", "<=", ">", "<")) {
      if (pattern.startsWith(operator)) {
        return ordered(text, operator, pattern.substring(operator.length()).strip());
      }
    }
    if (pattern.startsWith("!")) {
      return Wildcards.matches(pattern.substring(1).strip(), text) ? Match.NO : Match.YES;
    }
    return Wildcards.matches(pattern, text) ? Match.YES : Match.NO;
  }

  private static Match ordered(String text, String operator, String bound) {
    if (!NUMBER.matcher(text).matches() || !NUMBER.matcher(bound).matches()) {
      return Match.UNTOLD;
    }
    int order = Double.compare(Double.parseDouble(text), Double.parseDouble(bound));
    boolean holds =
        switch (operator) {
          case ">" -> order > 0;
          case "<" -> order < 0;
          case ">=" -> order >= 0;
          default -> order <= 0;
        };
    return holds ? Match.YES : Match.NO;
  }
}
