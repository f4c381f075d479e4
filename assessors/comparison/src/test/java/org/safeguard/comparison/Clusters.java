package org.safeguard.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Small snapshots.
final class Clusters {

  private Clusters() {}

  static Snapshot snapshot(List<Resource> resources, TypeCoverage... coverage) {
    return new Snapshot(
        "id",
        "cluster.zip",
        "bundle",
        "prod",
        null,
        null,
        List.of(),
        resources,
        List.of(coverage),
        List.of());
  }

  static TypeCoverage captured(String type) {
    return new TypeCoverage(ResourceType.of(type), Coverage.CAPTURED, 0, "");
  }

  static TypeCoverage of(String type, Coverage state, String cause) {
    return new TypeCoverage(ResourceType.of(type), state, 0, cause);
  }

  static Resource deployment(String name, Object spec) {
    return resource("apps/v1", "Deployment", name, Map.of("spec", spec));
  }

  static Resource resource(
      String apiVersion, String kind, String name, Map<String, Object> members) {
    return new Resource(
        apiVersion, kind, "portal", name, null, null, name + ".yaml", (ObjectNode) node(members));
  }

  /// Maps, lists and scalars as a tree.
  static Node node(Object plain) {
    return switch (plain) {
      case Map<?, ?> map -> {
        ObjectNode.Builder object = ObjectNode.builder(1);
        map.forEach((key, value) -> object.put((String) key, node(value)));
        yield object.build();
      }
      case List<?> list -> {
        List<Node> items = new ArrayList<>();
        list.forEach(item -> items.add(node(item)));
        yield new ArrayNode(items, 1);
      }
      case Node node -> node;
      default -> new ScalarNode(plain, 1);
    };
  }
}
