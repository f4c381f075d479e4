package org.safeguard.admission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Conditions of Kyverno: preconditions and the conditions of `deny`
/// ([operators](https://kyverno.io/docs/policy-types/cluster-policy/preconditions/)).
final class KyvernoConditions {

  private static final Pattern WHOLE = Pattern.compile("\\{\\{(.*)}}", Pattern.DOTALL);

  private KyvernoConditions() {}

  /// Whether `any`, `all` or a plain list of conditions holds; empty where that cannot be told.
  static Optional<Boolean> hold(@Nullable Object conditions, Map<String, Object> context) {
    if (conditions instanceof List<?> list) {
      return every(list, context);
    }
    Map<String, Object> members = Overlays.map(conditions);
    Optional<Boolean> all =
        members.get("all") instanceof List<?> list ? every(list, context) : Optional.of(true);
    Optional<Boolean> any =
        members.get("any") instanceof List<?> list && !list.isEmpty()
            ? some(list, context)
            : Optional.of(true);
    if (all.equals(Optional.of(false)) || any.equals(Optional.of(false))) {
      return Optional.of(false);
    }
    return all.isPresent() && any.isPresent() ? Optional.of(true) : Optional.empty();
  }

  private static Optional<Boolean> every(List<?> list, Map<String, Object> context) {
    boolean told = true;
    for (Object condition : list) {
      Optional<Boolean> holds = one(Overlays.map(condition), context);
      if (holds.equals(Optional.of(false))) {
        return holds;
      }
      told &= holds.isPresent();
    }
    return told ? Optional.of(true) : Optional.empty();
  }

  private static Optional<Boolean> some(List<?> list, Map<String, Object> context) {
    boolean told = true;
    for (Object condition : list) {
      Optional<Boolean> holds = one(Overlays.map(condition), context);
      if (holds.equals(Optional.of(true))) {
        return holds;
      }
      told &= holds.isPresent();
    }
    return told ? Optional.of(false) : Optional.empty();
  }

  private static Optional<Boolean> one(Map<String, Object> condition, Map<String, Object> context) {
    Optional<JmesPath.Result> key = resolved(condition.get("key"), context);
    Optional<JmesPath.Result> value = resolved(condition.get("value"), context);
    if (key.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    String operator = String.valueOf(condition.get("operator"));
    return compared(key.get().value(), operator, value.get().value());
  }

  /// A value with its template filled in; one that is only part of a text is not told.
  static Optional<JmesPath.Result> resolved(@Nullable Object value, Map<String, Object> context) {
    if (value instanceof String text && text.contains("{{")) {
      Matcher whole = WHOLE.matcher(text.strip());
      return whole.matches() && !whole.group(1).contains("{{")
          ? JmesPath.evaluate(whole.group(1), context)
          : Optional.empty();
    }
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(item -> String.valueOf(item).contains("{{"))
          ? Optional.empty()
          : Optional.of(new JmesPath.Result(list));
    }
    return Optional.of(new JmesPath.Result(value));
  }

  private static Optional<Boolean> compared(
      @Nullable Object key, String operator, @Nullable Object value) {
    List<?> keys = key instanceof List<?> list ? list : key == null ? List.of() : List.of(key);
    List<?> values =
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    return switch (operator) {
      case "Equals", "Equal" -> Optional.of(equal(key, value));
      case "NotEquals", "NotEqual" -> Optional.of(!equal(key, value));
      case "In", "AllIn" -> Optional.of(keys.stream().allMatch(k -> in(k, values)));
      case "AnyIn" -> Optional.of(keys.stream().anyMatch(k -> in(k, values)));
      case "NotIn", "AllNotIn" -> Optional.of(keys.stream().noneMatch(k -> in(k, values)));
      case "AnyNotIn" -> Optional.of(keys.stream().anyMatch(k -> !in(k, values)));
      case "GreaterThan" -> order(key, value).map(o -> o > 0);
      case "GreaterThanOrEquals" -> order(key, value).map(o -> o >= 0);
      case "LessThan" -> order(key, value).map(o -> o < 0);
      case "LessThanOrEquals" -> order(key, value).map(o -> o <= 0);
      default -> Optional.empty();
    };
  }

  private static boolean in(Object key, List<?> values) {
    return values.stream().anyMatch(value -> Wildcards.matches(text(value), text(key)));
  }

  private static boolean equal(@Nullable Object key, @Nullable Object value) {
    if (key == null || value == null || key instanceof List<?> || value instanceof List<?>) {
      return Objects.equals(key, value);
    }
    return Wildcards.matches(text(value), text(key));
  }

  private static Optional<Integer> order(@Nullable Object key, @Nullable Object value) {
    String number = "-?[0-9]+";
    return text(key).matches(number) && text(value).matches(number)
        ? Optional.of(Long.compare(Long.parseLong(text(key)), Long.parseLong(text(value))))
        : Optional.empty();
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }
}
