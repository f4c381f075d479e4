package org.safeguard.rules;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Clusters of objects from the test cases of every rule, so that every kind that some rule looks
/// at is among them. Every type is captured whole, and each controller has a pod, as in a cluster.
final class Bundles {

  private static final Map<String, List<String>> TEMPLATES =
      Map.of(
          "Deployment", List.of("spec", "template"),
          "StatefulSet", List.of("spec", "template"),
          "DaemonSet", List.of("spec", "template"),
          "ReplicaSet", List.of("spec", "template"),
          "Job", List.of("spec", "template"),
          "CronJob", List.of("spec", "jobTemplate", "spec", "template"));

  private final List<List<Resource>> cases = new ArrayList<>();
  private final Set<ResourceType> types = new TreeSet<>();

  Bundles(Path directory, Pack pack) throws Exception {
    for (Rule rule : pack.rules()) {
      for (CaseObjects test : CaseObjects.of(directory, rule)) {
        List<Resource> resources = test.snapshot().resources();
        cases.add(resources);
        resources.forEach(resource -> types.add(resource.type()));
        types.addAll(test.test().coverage().keySet());
      }
    }
  }

  /// Every type that some case holds or names.
  List<ResourceType> types() {
    return List.copyOf(types);
  }

  /// All cases together; of objects with the same identity the first.
  Snapshot whole() {
    return of(cases, "1.33.2");
  }

  /// Some cases together.
  Snapshot some(Random random, int count) {
    List<List<Resource>> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(cases.get(random.nextInt(cases.size())));
    }
    Collections.shuffle(chosen, random);
    return of(chosen, random.nextInt(4) == 0 ? "" : "1." + (25 + random.nextInt(12)) + ".1");
  }

  private Snapshot of(List<List<Resource>> chosen, String version) {
    Map<ResourceKey, Resource> resources = new LinkedHashMap<>();
    chosen.forEach(list -> list.forEach(resource -> add(resource, resources)));
    return snapshot(
        List.copyOf(resources.values()),
        types.stream().map(type -> new TypeCoverage(type, Coverage.CAPTURED, 0, "")).toList(),
        version);
  }

  private static void add(Resource resource, Map<ResourceKey, Resource> resources) {
    if (resources.putIfAbsent(resource.key(), resource) == null) {
      List<String> path = TEMPLATES.get(resource.kind());
      if (path != null) {
        ObjectNode template = resource.body();
        for (String step : path) {
          template = template.object(step);
        }
        Resource pod = podOf(resource, template);
        resources.putIfAbsent(pod.key(), pod);
      }
    }
  }

  private static Resource podOf(Resource controller, ObjectNode template) {
    String name = controller.name() + "-" + Integer.toHexString(controller.kind().hashCode());
    ObjectNode owner =
        ObjectNode.builder(1)
            .put("apiVersion", text(controller.apiVersion()))
            .put("kind", text(controller.kind()))
            .put("name", text(controller.name()))
            .put("controller", new ScalarNode(true, 1))
            .build();
    ObjectNode.Builder metadata = ObjectNode.builder(1);
    template.object("metadata").each(metadata::put);
    metadata
        .put("name", text(name))
        .put("namespace", text(controller.namespace()))
        .put("ownerReferences", new ArrayNode(List.of(owner), 1));
    Node spec = template.get("spec");
    ObjectNode body =
        ObjectNode.builder(1)
            .put("apiVersion", text("v1"))
            .put("kind", text("Pod"))
            .put("metadata", metadata.build())
            .put("spec", spec == null ? ObjectNode.EMPTY : spec)
            .build();
    return new Resource("v1", "Pod", controller.namespace(), name, null, null, "pods.yaml", body);
  }

  private static ScalarNode text(String text) {
    return new ScalarNode(text, 1);
  }

  static Snapshot snapshot(List<Resource> resources, List<TypeCoverage> coverage, String version) {
    return new Snapshot(
        "bundle",
        "bundle",
        "bundle",
        "",
        Instant.parse("2026-11-23T10:00:00Z"),
        version.isEmpty() ? null : version,
        List.of(),
        resources,
        coverage,
        List.of());
  }

  /// The same without what is known of some types: their objects are gone, or for `PARTIAL` some
  /// of them, and the coverage says so.
  static Snapshot without(Snapshot whole, Map<ResourceType, Coverage> lost, Random random) {
    List<Resource> resources = new ArrayList<>();
    for (Resource resource : whole.resources()) {
      Coverage state = lost.get(resource.type());
      if (state == null || state == Coverage.PARTIAL && random.nextBoolean()) {
        resources.add(resource);
      }
    }
    List<TypeCoverage> coverage = new ArrayList<>();
    for (TypeCoverage entry : whole.coverage()) {
      Coverage state = lost.get(entry.type());
      if (state == null) {
        coverage.add(entry);
      } else if (state != Coverage.UNKNOWN) {
        coverage.add(new TypeCoverage(entry.type(), state, 0, "as the test wants it"));
      }
    }
    String version = whole.kubernetesVersion();
    return snapshot(resources, coverage, version == null ? "" : version);
  }
}
