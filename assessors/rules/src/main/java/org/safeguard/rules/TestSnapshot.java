package org.safeguard.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

/// Builds the snapshot of a test case from its objects, as if they had been read from a directory
/// of manifests: lists are unwrapped and the values of secrets are dropped.
final class TestSnapshot {

  private static final String LIST = "List";

  private final String file;
  private final List<Resource> resources = new ArrayList<>();
  private final Map<ResourceType, TypeCoverage> coverage = new TreeMap<>();

  private TestSnapshot(String file) {
    this.file = file;
  }

  /// @param file where the objects stand
  static Snapshot of(TestCase test, String file, List<Node> objects) {
    TestSnapshot snapshot = new TestSnapshot(file);
    objects.forEach(object -> snapshot.add(object, ""));
    snapshot.resources.forEach(
        resource -> snapshot.cover(resource.type(), Coverage.CAPTURED, "in the test's input"));
    test.coverage().forEach((type, state) -> snapshot.cover(type, state, "stated by the test"));
    return new Snapshot(
        file,
        file,
        "manifests",
        "",
        test.capturedAt(),
        test.version().isEmpty() ? null : test.version(),
        List.of(),
        snapshot.resources,
        List.copyOf(snapshot.coverage.values()),
        List.of());
  }

  private void add(Node node, String typeOfList) {
    if (!(node instanceof ObjectNode object)) {
      return;
    }
    String kind = object.text("kind").orElse(typeOfList);
    String apiVersion = object.text("apiVersion").orElse("v1");
    if (kind.endsWith(LIST) && object.has("items")) {
      String items = kind.substring(0, kind.length() - LIST.length());
      if (!items.isEmpty()) {
        cover(type(apiVersion, items), Coverage.CAPTURED, "an explicit list");
      }
      object.array("items").items().forEach(item -> add(item, items));
      return;
    }
    ObjectNode metadata = object.object("metadata");
    resources.add(
        new Resource(
            apiVersion,
            kind,
            metadata.text("namespace").orElse(""),
            metadata.text("name").or(() -> metadata.text("generateName")).orElse(""),
            metadata.text("uid").orElse(null),
            metadata.text("resourceVersion").orElse(null),
            file,
            kind.equals("Secret") ? withoutValues(object) : object));
  }

  private void cover(ResourceType type, Coverage state, String cause) {
    int count = (int) resources.stream().filter(r -> r.type().equals(type)).count();
    coverage.put(type, new TypeCoverage(type, state, count, cause));
  }

  private static ResourceType type(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    return new ResourceType(slash < 0 ? "" : apiVersion.substring(0, slash), kind);
  }

  private static ObjectNode withoutValues(ObjectNode secret) {
    ObjectNode.Builder clean = ObjectNode.builder(secret.line());
    secret.each(
        (key, value) ->
            clean.put(
                key,
                (key.equals("data") || key.equals("stringData"))
                        && value instanceof ObjectNode values
                    ? markers(values)
                    : value));
    return clean.build();
  }

  /// The same markers as the reader of real snapshots leaves.
  private static ObjectNode markers(ObjectNode values) {
    ObjectNode.Builder markers = ObjectNode.builder(values.line());
    values.each(
        (key, value) -> {
          boolean elided =
              value instanceof ScalarNode scalar && scalar.text().matches("\\s*|\\*+(HIDDEN)?\\**");
          String reason = elided ? "secret value" : "secret value, was in clear";
          markers.put(key, new ScalarNode(new Redacted(reason), value.line()));
        });
    return markers.build();
  }
}
