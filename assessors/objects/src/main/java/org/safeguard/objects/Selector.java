package org.safeguard.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safeguard.model.fact.Cause;

/// A label selector
/// ([semantics](https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/)). One
/// without conditions selects everything.
///
/// @param labels labels that must be there with this value
/// @param requirements further conditions
public record Selector(Map<String, String> labels, List<Requirement> requirements) {

  /// One of `matchExpressions`.
  public record Requirement(String key, Operator operator, List<String> values) {

    boolean holds(Map<String, String> labels) {
      String value = labels.get(key);
      return switch (operator) {
        case IN -> value != null && values.contains(value);
        case NOT_IN -> value == null || !values.contains(value);
        case EXISTS -> value != null;
        case DOES_NOT_EXIST -> value == null;
      };
    }
  }

  public enum Operator {
    IN,
    NOT_IN,
    EXISTS,
    DOES_NOT_EXIST
  }

  public boolean selectsAll() {
    return labels.isEmpty() && requirements.isEmpty();
  }

  public boolean matches(Map<String, String> candidate) {
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (!label.getValue().equals(candidate.get(label.getKey()))) {
        return false;
      }
    }
    return requirements.stream().allMatch(requirement -> requirement.holds(candidate));
  }

  /// Reads a `LabelSelector`. Absent stays absent, since its meaning differs by type.
  public static Value<Selector> read(Place place) {
    return switch (place.isMapping()) {
      case Value.Absent<Boolean> _ -> new Value.Absent<>(place);
      case Value.Unreadable<Boolean>(Place at, Cause cause) -> new Value.Unreadable<>(at, cause);
      case Value.Known<Boolean> _ -> withConditions(place);
    };
  }

  private static Value<Selector> withConditions(Place place) {
    Value<Map<String, String>> labels = place.at("matchLabels").textMap();
    if (labels instanceof Value.Unreadable<Map<String, String>>(Place _, Cause cause)) {
      return new Value.Unreadable<>(place, cause);
    }
    Value<List<Place>> expressions = place.at("matchExpressions").objects();
    if (expressions instanceof Value.Unreadable<List<Place>>(Place _, Cause cause)) {
      return new Value.Unreadable<>(place, cause);
    }
    List<Requirement> requirements = new ArrayList<>();
    for (Place expression : expressions.orElse(List.of())) {
      switch (requirement(expression)) {
        case Value.Known<Requirement>(Place _, Requirement known) -> requirements.add(known);
        case Value.Absent<Requirement> _ -> {
          return new Value.Unreadable<>(place, expression.malformed("no condition", "one"));
        }
        case Value.Unreadable<Requirement>(Place _, Cause cause) -> {
          return new Value.Unreadable<>(place, cause);
        }
      }
    }
    return new Value.Known<>(place, new Selector(labels.orElse(Map.of()), requirements));
  }

  private static Value<Requirement> requirement(Place place) {
    Value<List<String>> values = place.at("values").texts();
    if (values instanceof Value.Unreadable<List<String>>(Place _, Cause cause)) {
      return new Value.Unreadable<>(place, cause);
    }
    Value<String> key = place.at("key").text();
    Operator operator =
        switch (place.at("operator").text().orElse("")) {
          case "In" -> Operator.IN;
          case "NotIn" -> Operator.NOT_IN;
          case "Exists" -> Operator.EXISTS;
          case "DoesNotExist" -> Operator.DOES_NOT_EXIST;
          default -> null;
        };
    if (operator == null || !key.isKnown()) {
      Place at = place.at(operator == null ? "operator" : "key");
      return new Value.Unreadable<>(
          place,
          at.text() instanceof Value.Unreadable<String>(Place _, Cause cause)
              ? cause
              : at.malformed("no known value", "a key with In, NotIn, Exists or DoesNotExist"));
    }
    return new Value.Known<>(
        place, new Requirement(key.orElse(""), operator, values.orElse(List.of())));
  }
}
