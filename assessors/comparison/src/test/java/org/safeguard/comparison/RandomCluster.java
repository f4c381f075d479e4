package org.safeguard.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

/// Snapshots with few names and few values, so that two of them often share an object.
final class RandomCluster {

  private static final List<List<String>> TYPES =
      List.of(
          List.of("v1", "Pod"),
          List.of("v1", "Event"),
          List.of("apps/v1", "Deployment"),
          List.of("extensions/v1beta1", "Deployment"),
          List.of("coordination.k8s.io/v1", "Lease"));

  private RandomCluster() {}

  static Snapshot next(Random random) {
    List<Resource> resources = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      List<String> type = TYPES.get(random.nextInt(TYPES.size()));
      // Twice the same object in one file happens, in one file name it does not.
      resources.add(
          new Resource(
              type.getFirst(),
              type.getLast(),
              "portal",
              "n" + random.nextInt(4),
              null,
              null,
              "file-" + i + ".yaml",
              (ObjectNode) Clusters.node(object(random, 3))));
    }
    List<TypeCoverage> coverage = new ArrayList<>();
    for (String type : List.of("Pod", "Deployment.apps", "Lease.coordination.k8s.io")) {
      if (random.nextInt(4) > 0) {
        Coverage state =
            random.nextBoolean()
                ? Coverage.CAPTURED
                : Coverage.values()[random.nextInt(Coverage.values().length)];
        coverage.add(Clusters.of(type, state, "cause " + random.nextInt(2)));
      }
    }
    return Clusters.snapshot(resources, coverage.toArray(TypeCoverage[]::new));
  }

  private static Map<String, Object> object(Random random, int depth) {
    Map<String, Object> object = new HashMap<>();
    for (String key : List.of("metadata", "status", "spec", "uid", "conditions", "a/b~")) {
      if (random.nextInt(3) == 0) {
        object.put(key, value(random, depth - 1));
      }
    }
    return object;
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> new ScalarNode(null, random.nextInt(9));
      case 1 -> random.nextBoolean();
      case 2 -> new ScalarNode(new Redacted("hidden, value " + random.nextInt(3)), 1);
      case 3 -> (long) random.nextInt(2);
      case 4 -> "text";
      case 5 -> List.of(value(random, depth - 1), value(random, depth - 1));
      default -> object(random, depth);
    };
  }
}
