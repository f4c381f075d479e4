package org.safeguard.tools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Types;

/// The captured pods by the workload that they belong to.
final class Pods {

  private static final ResourceType REPLICA_SET = ResourceType.of("ReplicaSet.apps");
  private static final String HASH = "pod-template-hash";

  private record Owner(String namespace, String kind, String name) {}

  private final Map<Owner, List<Place>> byOwner = new HashMap<>();
  private final boolean whole;

  Pods(ClusterObjects objects) {
    whole = objects.coverages().of(Types.POD) == Coverage.CAPTURED;
    for (Place pod : objects.placesOf(Types.POD)) {
      byOwner.computeIfAbsent(owner(objects, pod), _ -> new ArrayList<>()).add(pod);
    }
  }

  /// Whether every pod is here.
  boolean areWhole() {
    return whole;
  }

  List<Place> of(String namespace, String kind, String name) {
    return byOwner.getOrDefault(new Owner(namespace, kind, name), List.of());
  }

  /// Whether a pod serves.
  static boolean isReady(Place pod) {
    return pod.at("status", "conditions").objects().orElse(List.of()).stream()
        .anyMatch(
            condition ->
                condition.at("type").text().orElse("").equals("Ready")
                    && condition.at("status").text().orElse("").equals("True"));
  }

  /// The controller, and of a replica set that a deployment made the deployment.
  private static Owner owner(ClusterObjects objects, Place pod) {
    String namespace = ClusterObjects.namespace(pod.resource());
    Owner owner = controller(pod, namespace, new Owner(namespace, "Pod", pod.resource().name()));
    if (!owner.kind().equals("ReplicaSet")) {
      return owner;
    }
    return objects
        .find(REPLICA_SET, namespace, owner.name())
        .map(set -> deployment(objects, set, owner))
        .orElseGet(() -> byHash(pod, owner));
  }

  private static Owner deployment(ClusterObjects objects, Resource set, Owner owner) {
    return controller(objects.place(set), owner.namespace(), owner);
  }

  /// A replica set that was not captured is named after its deployment and the hash of the
  // template.
  private static Owner byHash(Place pod, Owner set) {
    String hash = pod.at("metadata", "labels", HASH).text().orElse("");
    String suffix = "-" + hash;
    return !hash.isEmpty() && set.name().endsWith(suffix)
        ? new Owner(
            set.namespace(),
            "Deployment",
            set.name().substring(0, set.name().length() - suffix.length()))
        : set;
  }

  private static Owner controller(Place object, String namespace, Owner fallback) {
    for (Place reference : object.at("metadata", "ownerReferences").objects().orElse(List.of())) {
      if (reference.at("controller").flag().orElse(false)) {
        return new Owner(
            namespace,
            reference.at("kind").text().orElse(""),
            reference.at("name").text().orElse(""));
      }
    }
    return fallback;
  }
}
