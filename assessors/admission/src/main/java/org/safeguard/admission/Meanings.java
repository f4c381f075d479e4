package org.safeguard.admission;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.safeguard.model.tree.Node;

/// Finds out what policies are about.
///
/// @param controls the table
/// @param expressions evaluates CEL
record Meanings(Controls controls, Expressions expressions) {

  /// Asks whether a policy lets a probe in, with the namespace object it would see.
  interface Tried {
    Optional<Boolean> accepts(Probe probe, Map<String, Object> namespaceObject);
  }

  /// What a policy shows itself to be about when it is tried.
  ///
  /// @param perNamespace whether its answer may differ by namespace
  Function<NamespaceView, Meaning> byTrial(String text, boolean perNamespace, Tried tried) {
    Map<String, Meaning> known = new HashMap<>();
    return namespace ->
        known.computeIfAbsent(
            perNamespace ? namespace.name() : "",
            _ -> {
              Map<String, Object> object = plain(namespace);
              return new Trial(
                      controls, namespace.name(), text, probe -> tried.accepts(probe, object))
                  .shown()
                  .map(shown -> shown.isEmpty() ? Meaning.OTHER : Meaning.shown(shown))
                  .orElse(Meaning.UNKNOWN);
            });
  }

  /// What a policy of a public library is about: its name is known, and its text mentions a field.
  Meaning byName(String name, String text) {
    return library(text, control -> control.names().contains(name));
  }

  Meaning byConstraint(String kind, String text) {
    return library(text, control -> control.constraints().contains(kind));
  }

  /// What a Kubewarden module is about, by the last part of its address without the version.
  Meaning byModule(String module) {
    String name = module.replaceAll("[:@][^/]*$", "").replaceAll("^.*/", "");
    Map<String, Reach> found = new LinkedHashMap<>();
    for (Control control : controls.all()) {
      if (control.modules().contains(name)) {
        found.put(control.id(), Reach.WHOLE);
      }
    }
    return Meaning.library(found);
  }

  /// The first that knows something, in each namespace.
  static Function<NamespaceView, Meaning> either(
      Function<NamespaceView, Meaning> one, Meaning other) {
    return namespace -> {
      Meaning first = one.apply(namespace);
      return first.controls().isEmpty() && other.isKnown() ? other : first;
    };
  }

  private Meaning library(String text, java.util.function.Predicate<Control> named) {
    Map<String, Reach> found = new LinkedHashMap<>();
    for (Control control : controls.all()) {
      if (named.test(control) && control.mentionedIn(text)) {
        found.put(
            control.id(),
            control.ofContainers()
                ? new Reach(text.contains(Probe.INIT), text.contains(Probe.EPHEMERAL))
                : Reach.WHOLE);
      }
    }
    return Meaning.library(found);
  }

  private static Map<String, Object> plain(NamespaceView namespace) {
    Map<String, Object> metadata = new HashMap<>();
    metadata.put("name", namespace.name());
    metadata.put("labels", new HashMap<String, Object>(namespace.labels().orElse(Map.of())));
    return Map.of("metadata", metadata);
  }

  /// A part of a policy as plain values; text that was redacted stays visible as such.
  static Object plain(Node node) {
    return node.plain();
  }
}
