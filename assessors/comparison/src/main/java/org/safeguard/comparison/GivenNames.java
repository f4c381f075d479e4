package org.safeguard.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.verdict.ObjectReference;

/// The name that a person gave, for an object whose controller appended to it.
///
/// Where the objects are at hand their owner says it: a pod of a ReplicaSet, DaemonSet, Job or
/// ReplicationController is named after that. Elsewhere the endings are recognised: five characters
/// of the alphabet that Kubernetes draws from
/// ([rand.SafeEncodeString](https://pkg.go.dev/k8s.io/apimachinery/pkg/util/rand)), the hash of a
/// pod template before them, and the minutes of a CronJob.
final class GivenNames {

  private static final String LETTERS = "[bcdfghjklmnpqrstvwxz2456789]";
  private static final Pattern RANDOM = Pattern.compile("-" + LETTERS + "{5}$");
  private static final Pattern TEMPLATE = Pattern.compile("-" + LETTERS + "{6,10}$");
  private static final Pattern MINUTES = Pattern.compile("-\\d{8,10}$");

  private record Named(String kind, String namespace, String name) {}

  private final Map<Named, Named> owners = new HashMap<>();

  /// @param resources of both sides, none where they are not at hand
  GivenNames(List<Resource> resources) {
    for (Resource resource : resources) {
      if (isGenerated(resource.kind())) {
        owner(resource);
      }
    }
  }

  private static boolean isGenerated(String kind) {
    return kind.equals("Pod") || kind.equals("ReplicaSet") || kind.equals("Job");
  }

  private void owner(Resource resource) {
    for (ObjectNode owner : resource.body().object("metadata").array("ownerReferences").objects()) {
      String kind = owner.text("kind").orElse("");
      // The pods of a StatefulSet or a node have lasting names.
      if (owner.flag("controller").orElse(false)
          && !kind.equals("StatefulSet")
          && !kind.equals("Node")) {
        String namespace = resource.effectiveNamespace();
        owners.put(
            new Named(resource.kind(), namespace, resource.name()),
            new Named(kind, namespace, owner.text("name").orElse(resource.name())));
      }
    }
  }

  /// The same for objects that replace each other.
  String of(ObjectReference object) {
    Named named = new Named(object.kind(), object.namespace(), object.name());
    Named owner = owners.get(named);
    return owner == null ? withoutEnding(named) : withoutEnding(owners.getOrDefault(owner, owner));
  }

  private static String withoutEnding(Named named) {
    return switch (named.kind()) {
      case "Pod" -> {
        String owner = without(RANDOM, named.name());
        yield owner.equals(named.name()) ? owner : without(MINUTES, without(TEMPLATE, owner));
      }
      case "ReplicaSet" -> without(TEMPLATE, named.name());
      case "Job" -> without(MINUTES, named.name());
      default -> named.name();
    };
  }

  private static String without(Pattern ending, String name) {
    String shorter = ending.matcher(name).replaceFirst("");
    return shorter.isEmpty() ? name : shorter;
  }
}
