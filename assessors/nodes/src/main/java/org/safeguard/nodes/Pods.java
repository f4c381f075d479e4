package org.safeguard.nodes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Types;

/// The captured pods of each workload, and which namespaces have pods on which node.
final class Pods {

  private static final int LONGEST_CHAIN = 8;
  private static final Set<String> OVER = Set.of("Succeeded", "Failed");

  private final ClusterObjects objects;
  private final Map<Resource, List<Place>> byWorkload = new IdentityHashMap<>();
  private final Map<String, TreeSet<String>> namespacesOn = new HashMap<>();

  Pods(ClusterObjects objects, List<Workload> workloads) {
    this.objects = objects;
    Set<Resource> roots = Collections.newSetFromMap(new IdentityHashMap<>());
    workloads.forEach(workload -> roots.add(workload.provenance().resource()));
    for (Place pod : objects.placesOf(Types.POD)) {
      Resource root = root(pod.resource(), roots);
      if (root != null) {
        byWorkload.computeIfAbsent(root, _ -> new ArrayList<>()).add(pod);
      }
      String node = node(pod);
      if (!node.isEmpty() && !OVER.contains(pod.at("status", "phase").text().orElse(""))) {
        namespacesOn
            .computeIfAbsent(node, _ -> new TreeSet<>())
            .add(ClusterObjects.namespace(pod.resource()));
      }
    }
  }

  static String node(Place pod) {
    return pod.at("spec", "nodeName").text().orElse("");
  }

  List<Place> of(Resource workload) {
    return byWorkload.getOrDefault(workload, List.of());
  }

  /// The namespaces with pods on a node.
  Set<String> namespacesOn(String node) {
    return namespacesOn.getOrDefault(node, new TreeSet<>());
  }

  /// Nodes of the pods of a workload, each with a place that says so.
  Map<String, Place> nodes(Resource workload) {
    Map<String, Place> nodes = new TreeMap<>();
    for (Place pod : of(workload)) {
      if (!node(pod).isEmpty()) {
        nodes.putIfAbsent(node(pod), pod.at("spec", "nodeName"));
      }
    }
    return nodes;
  }

  private @Nullable Resource root(Resource pod, Set<Resource> roots) {
    Resource at = pod;
    for (int i = 0; i < LONGEST_CHAIN && at != null; i++) {
      if (roots.contains(at)) {
        return at;
      }
      at = owner(at);
    }
    return null;
  }

  private @Nullable Resource owner(Resource owned) {
    for (ObjectNode owner : owned.body().object("metadata").array("ownerReferences").objects()) {
      if (owner.flag("controller").orElse(false)) {
        String version = owner.text("apiVersion").orElse("");
        int slash = version.indexOf('/');
        ResourceType type =
            new ResourceType(
                slash < 0 ? "" : version.substring(0, slash), owner.text("kind").orElse(""));
        return objects
            .find(type, ClusterObjects.namespace(owned), owner.text("name").orElse(""))
            .orElse(null);
      }
    }
    return null;
  }
}
