package org.safeguard.admission;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguard.objects.Place;

/// One rule of a Kyverno policy, tried with objects.
///
/// @param place of the rule
record KyvernoRule(Place place) {

  String name() {
    return place.at("name").text().orElse("");
  }

  KyvernoMatch match() {
    return new KyvernoMatch(place.at("match"));
  }

  KyvernoMatch exclude() {
    return new KyvernoMatch(place.at("exclude"));
  }

  boolean is(String type) {
    return place.at(type).isSet();
  }

  String text() {
    return place.node() == null ? "" : String.valueOf(place.node().plain());
  }

  /// Whether it looks at new objects of a kind in a namespace.
  Judgement looksAt(String kind, String operation, NamespaceView namespace) {
    Judgement excluded =
        place.at("exclude").isSet()
            ? exclude().chooses(kind, operation, namespace)
            : Judgement.no("nothing is excluded");
    return match()
        .chooses(kind, operation, namespace)
        .and(() -> excluded.not("its rule excludes it"));
  }

  /// Whether it lets an object in; empty where that cannot be told.
  Optional<Boolean> accepts(Expressions expressions, Probe probe, Map<String, Object> namespace) {
    if (!match().names(probe.kind())) {
      return Optional.of(true);
    }
    Place validate = place.at("validate");
    Map<String, Object> context = context(probe.object(), probe.kind(), "CREATE");
    Optional<Boolean> applies = applies(context);
    if (applies.isEmpty() || !applies.get()) {
      return applies.map(no -> true);
    }
    if (validate.at("cel").isSet()) {
      Place cel = validate.at("cel");
      return new CelPolicy(
              Cel.expressions(place.at("celPreconditions")),
              Cel.variables(cel.at("variables")),
              Cel.expressions(cel.at("expressions")),
              Optional.empty(),
              true)
          .accepts(expressions, probe, namespace);
    }
    return judged(plain(validate), probe.object(), context);
  }

  /// Whether it refuses a command in a running pod of a namespace.
  Optional<Boolean> refusesExec(NamespaceView namespace) {
    Map<String, Object> options =
        Map.of(
            "kind",
            "PodExecOptions",
            "container",
            "app",
            "stdin",
            true,
            "tty",
            true,
            "command",
            List.of("sh"),
            "metadata",
            Map.of("name", "portal", "namespace", namespace.name()));
    Map<String, Object> context = context(options, "PodExecOptions", "CONNECT");
    Optional<Boolean> applies = applies(context);
    if (applies.isEmpty() || !applies.get()) {
      return applies;
    }
    return judged(plain(place.at("validate")), options, context).map(accepted -> !accepted);
  }

  private Optional<Boolean> applies(Map<String, Object> context) {
    Place preconditions = place.at("preconditions");
    return preconditions.isSet() && preconditions.node() != null
        ? KyvernoConditions.hold(preconditions.node().plain(), context)
        : Optional.of(true);
  }

  private static Optional<Boolean> judged(
      Map<String, Object> validate, Map<String, Object> value, Map<String, Object> context) {
    Object pattern = validate.get("pattern");
    if (pattern != null) {
      return KyvernoPattern.accepts(value, pattern);
    }
    if (validate.get("anyPattern") instanceof List<?> patterns) {
      return any(value, patterns);
    }
    if (validate.get("deny") instanceof Map<?, ?> deny) {
      return deny.get("conditions") == null
          ? Optional.of(false)
          : KyvernoConditions.hold(deny.get("conditions"), context).map(held -> !held);
    }
    return validate.get("foreach") instanceof List<?> loops
        ? every(loops, context)
        : Optional.empty();
  }

  private static Optional<Boolean> any(Map<String, Object> value, List<?> patterns) {
    boolean told = true;
    for (Object pattern : patterns) {
      Optional<Boolean> one = KyvernoPattern.accepts(value, pattern);
      if (one.equals(Optional.of(true))) {
        return one;
      }
      told &= one.isPresent();
    }
    return told ? Optional.of(false) : Optional.empty();
  }

  private static Optional<Boolean> every(List<?> loops, Map<String, Object> context) {
    boolean told = true;
    for (Object each : loops) {
      Map<String, Object> loop = Overlays.map(each);
      Optional<JmesPath.Result> list = JmesPath.evaluate(String.valueOf(loop.get("list")), context);
      if (list.isEmpty() || loop.containsKey("context")) {
        told = false;
        continue;
      }
      for (Object element : elements(list.get().value())) {
        Optional<Boolean> one = element(loop, Overlays.map(element), context);
        if (one.equals(Optional.of(false))) {
          return one;
        }
        told &= one.isPresent();
      }
    }
    return told ? Optional.of(true) : Optional.empty();
  }

  private static Optional<Boolean> element(
      Map<String, Object> loop, Map<String, Object> element, Map<String, Object> context) {
    Map<String, Object> inside = new HashMap<>(context);
    inside.put("element", element);
    if (loop.containsKey("preconditions")) {
      Optional<Boolean> applies = KyvernoConditions.hold(loop.get("preconditions"), inside);
      if (applies.isEmpty() || !applies.get()) {
        return applies.map(no -> true);
      }
    }
    return judged(loop, element, inside);
  }

  private static List<?> elements(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).toList()
        : List.of();
  }

  private static Map<String, Object> plain(Place place) {
    return place.node() == null ? Map.of() : Overlays.map(place.node().plain());
  }

  private static Map<String, Object> context(
      Map<String, Object> object, String kind, String operation) {
    Map<String, Object> metadata = Overlays.map(object.get("metadata"));
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("object", object);
    request.put("operation", operation);
    request.put("namespace", metadata.getOrDefault("namespace", "default"));
    request.put("name", "portal");
    request.put("kind", Map.of("group", "", "version", "v1", "kind", kind));
    request.put("userInfo", Map.of("username", "nurse@clinic.example", "groups", List.of()));
    Map<String, Object> context = new HashMap<>();
    context.put("request", request);
    return context;
  }
}
