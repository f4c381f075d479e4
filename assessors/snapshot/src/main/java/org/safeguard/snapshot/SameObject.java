package org.safeguard.snapshot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Tells whether two objects of one identity say the same, wherever and in whatever order they say
/// it. Of one that was captured twice, what changes by itself is not compared.
final class SameObject {

  private static final Set<String> VERSION = Set.of("apiVersion");
  private static final Set<String> VERSION_AND_STATE = Set.of("apiVersion", "status", "metadata");

  private SameObject() {}

  static boolean is(Resource a, Resource b) {
    boolean captured = isOneOfACluster(a, b);
    if (captured && !a.apiVersion().equals(b.apiVersion())) {
      return true;
    }
    return members(a.body(), b.body(), captured ? VERSION_AND_STATE : VERSION);
  }

  /// Whether both were captured from one object of a cluster, be it through two API versions,
  /// which write the same in different words.
  static boolean isOneOfACluster(Resource a, Resource b) {
    return a.uid() != null && a.uid().equals(b.uid());
  }

  private static boolean same(@Nullable Node a, @Nullable Node b) {
    return switch (a) {
      case null -> b == null;
      case ObjectNode left -> b instanceof ObjectNode right && members(left, right, Set.of());
      case ArrayNode left -> b instanceof ArrayNode right && items(left.items(), right.items());
      case ScalarNode left ->
          b instanceof ScalarNode right && Objects.equals(left.value(), right.value());
    };
  }

  private static boolean members(ObjectNode a, ObjectNode b, Set<String> passedOver) {
    Map<String, Node> left = remaining(a, passedOver);
    Map<String, Node> right = remaining(b, passedOver);
    return left.keySet().equals(right.keySet())
        && left.entrySet().stream().allMatch(m -> same(m.getValue(), right.get(m.getKey())));
  }

  private static Map<String, Node> remaining(ObjectNode object, Set<String> passedOver) {
    Map<String, Node> members = new HashMap<>();
    object.each(members::put);
    members.keySet().removeAll(passedOver);
    return members;
  }

  private static boolean items(List<Node> a, List<Node> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!same(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }
}
