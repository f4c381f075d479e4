package org.safeguard.admission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The CEL of one policy: conditions, variables and validations.
///
/// @param conditions all must be true for the policy to apply
/// @param variables by name, in order
/// @param validations all must be true for an object to pass
/// @param params the object of parameters, empty when there is none
/// @param failsClosed whether an error refuses the request
record CelPolicy(
    List<String> conditions,
    List<Map.Entry<String, String>> variables,
    List<String> validations,
    Optional<Map<String, Object>> params,
    boolean failsClosed) {

  CelPolicy {
    conditions = List.copyOf(conditions);
    variables = List.copyOf(variables);
    validations = List.copyOf(validations);
  }

  /// The same policy with an object of parameters.
  CelPolicy with(Map<String, Object> params) {
    return new CelPolicy(conditions, variables, validations, Optional.of(params), failsClosed);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    conditions.forEach(condition -> text.append(condition).append('\n'));
    variables.forEach(variable -> text.append(variable.getValue()).append('\n'));
    validations.forEach(validation -> text.append(validation).append('\n'));
    params.ifPresent(text::append);
    return text.toString();
  }

  /// Whether the answer depends on the namespace.
  boolean looksAtNamespaces() {
    String text = text();
    return text.contains("namespace");
  }

  /// Whether the policy lets a new object in; empty where that cannot be told.
  Optional<Boolean> accepts(
      Expressions expressions, Probe probe, Map<String, Object> namespaceObject) {
    Optional<Map<String, Object>> told = values(expressions, probe, namespaceObject);
    if (told.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> values = told.get();
    for (String condition : conditions) {
      switch (expressions.evaluate(condition, values)) {
        case Expressions.Outcome.Given(Object value) -> {
          if (!Boolean.TRUE.equals(value)) {
            return Optional.of(true);
          }
        }
        case Expressions.Outcome.Failed _ -> {
          return Optional.of(!failsClosed);
        }
        case Expressions.Outcome.Untold _ -> {
          return Optional.empty();
        }
      }
    }
    return validated(expressions, values);
  }

  private Optional<Boolean> validated(Expressions expressions, Map<String, Object> values) {
    boolean told = true;
    for (String validation : validations) {
      switch (expressions.evaluate(validation, values)) {
        case Expressions.Outcome.Given(Object value) -> {
          if (Boolean.FALSE.equals(value)) {
            return Optional.of(false);
          }
        }
        case Expressions.Outcome.Failed _ -> {
          if (failsClosed) {
            return Optional.of(false);
          }
        }
        case Expressions.Outcome.Untold _ -> told = false;
      }
    }
    return told ? Optional.of(true) : Optional.empty();
  }

  private Optional<Map<String, Object>> values(
      Expressions expressions, Probe probe, Map<String, Object> namespaceObject) {
    Map<String, Object> metadata = Overlays.map(probe.object().get("metadata"));
    Map<String, Object> values = new HashMap<>();
    values.put("object", probe.object());
    values.put("anyObject", probe.object());
    values.put("oldObject", dev.cel.common.values.NullValue.NULL_VALUE);
    values.put("namespaceObject", namespaceObject);
    values.put("params", params.<Object>map(p -> p).orElse(Map.of()));
    values.put("request", request(probe, metadata));
    values.put("images", Map.of());
    Map<String, Object> computed = new HashMap<>();
    values.put("variables", computed);
    for (Map.Entry<String, String> variable : variables) {
      switch (expressions.evaluate(variable.getValue(), values)) {
        case Expressions.Outcome.Given(Object value) -> computed.put(variable.getKey(), value);
        case Expressions.Outcome.Failed _ -> {
          // it fails again where it is read, as in an API server
        }
        case Expressions.Outcome.Untold _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(values);
  }

  private static Map<String, Object> request(Probe probe, Map<String, Object> metadata) {
    String plural = probe.kind().equals("Pod") ? "pods" : "services";
    return Map.of(
        "operation", "CREATE",
        "namespace", metadata.getOrDefault("namespace", "default"),
        "name", "portal",
        "dryRun", false,
        "subResource", "",
        "kind", Map.of("group", "", "version", "v1", "kind", probe.kind()),
        "resource", Map.of("group", "", "version", "v1", "resource", plural),
        "object", probe.object(),
        "userInfo",
            Map.of(
                "username", "nurse@clinic.example",
                "groups", List.of("system:authenticated"),
                "extra", Map.of()));
  }
}
