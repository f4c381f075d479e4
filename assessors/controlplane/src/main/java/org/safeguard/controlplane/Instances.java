package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.TemplateKind;
import org.safeguard.objects.Types;

/// Finds the containers that run a control plane: static pods that the kubelet mirrors, and the
/// workloads of a control plane that hosts itself.
///
/// A container counts when it is named after the component, as every installer does; so an etcd
/// that a network add-on brings along is not taken for the cluster's.
final class Instances {

  private final ClusterObjects objects;
  private final List<Instance> found = new ArrayList<>();
  private final Set<String> owners = new HashSet<>();

  private Instances(ClusterObjects objects) {
    this.objects = objects;
  }

  static List<Instance> in(ClusterObjects objects) {
    Instances instances = new Instances(objects);
    for (TemplateKind kind :
        List.of(TemplateKind.DAEMON_SET, TemplateKind.DEPLOYMENT, TemplateKind.STATEFUL_SET)) {
      kind.types().forEach(type -> instances.workloads(kind, type));
    }
    objects.placesOf(Types.POD).forEach(instances::pod);
    return List.copyOf(instances.found);
  }

  private void workloads(TemplateKind kind, ResourceType type) {
    for (Place object : objects.placesOf(type)) {
      Place spec = kind.template(object).at("spec");
      List<Instance> instances = containers(object, spec);
      if (!instances.isEmpty()) {
        owners.add(type.kind() + "/" + object.resource().name());
        found.addAll(instances);
      }
    }
  }

  /// A pod of a workload that is here stands for what that workload says already; of the pods of a
  /// workload that is not, the first stands for all.
  private void pod(Place pod) {
    Optional<String> owner = owner(pod);
    List<Instance> instances = containers(pod, pod.at("spec"));
    if (!instances.isEmpty() && (owner.isEmpty() || owners.add(owner.get()))) {
      found.addAll(instances);
    }
  }

  private static Optional<String> owner(Place pod) {
    return pod.at("metadata", "ownerReferences").objects().orElse(List.of()).stream()
        .map(owner -> owner.at("kind").text().orElse("") + "/" + owner.at("name").text().orElse(""))
        .filter(owner -> !owner.startsWith("Node/"))
        .findFirst();
  }

  private static List<Instance> containers(Place object, Place spec) {
    String namespace = ClusterObjects.namespace(object.resource());
    List<Instance> instances = new ArrayList<>();
    for (Place container : spec.at("containers").objects().orElse(List.of())) {
      Component.named(container.at("name").text().orElse(""))
          .filter(component -> component.livesIn(namespace))
          .ifPresent(component -> instances.add(new Instance(component, object, spec, container)));
    }
    return instances;
  }
}
