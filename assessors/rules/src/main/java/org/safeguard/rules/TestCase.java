package org.safeguard.rules;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// One case of a `tests.yaml`.
///
/// @param input a file beside the `tests.yaml`, empty when the objects are inline
/// @param objects inline objects
/// @param coverage what to say of types beyond what the objects show
/// @param version of Kubernetes, empty when not known
/// @param capturedAt when the snapshot was taken, null when not known
/// @param subject members of the subject that a verdict must have to count, empty for every verdict
/// @param pointer what some evidence must point to or into, empty when it does not matter
record TestCase(
    String name,
    int line,
    String input,
    List<Node> objects,
    Map<ResourceType, Coverage> coverage,
    String version,
    @Nullable Instant capturedAt,
    Status expected,
    Map<String, String> subject,
    String pointer) {

  static TestCase of(ObjectNode node) {
    Map<ResourceType, Coverage> coverage = new LinkedHashMap<>();
    node.object("coverage")
        .texts()
        .forEach(
            (type, state) ->
                coverage.put(
                    ResourceType.of(type), Coverage.valueOf(state.toUpperCase(Locale.ROOT))));
    return new TestCase(
        PackReader.text(node, "name"),
        node.line(),
        PackReader.text(node, "input"),
        node.array("objects").items(),
        coverage,
        PackReader.text(node, "kubernetes-version"),
        instant(PackReader.text(node, "captured-at")),
        Status.valueOf(PackReader.constant(node, "expect")),
        node.object("subject").texts(),
        PackReader.text(node, "pointer"));
  }

  private static @Nullable Instant instant(String text) {
    return text.isEmpty() ? null : Instant.parse(text);
  }

  /// Whether the case is about this verdict.
  boolean concerns(Verdict verdict) {
    Map<String, String> actual =
        Map.of(
            "kind", verdict.subject().object().kind(),
            "namespace", verdict.subject().object().namespace(),
            "name", verdict.subject().object().name(),
            "container", verdict.subject().container());
    return subject.entrySet().stream()
        .allMatch(wanted -> wanted.getValue().equals(actual.get(wanted.getKey())));
  }
}
