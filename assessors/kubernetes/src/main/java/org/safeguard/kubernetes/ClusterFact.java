package org.safeguard.kubernetes;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.safeguard.model.fact.Cluster;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Image;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.ClusterObjects;

/// The one fact about the snapshot as a whole.
final class ClusterFact {

  private ClusterFact() {}

  static Cluster of(Snapshot snapshot, ClusterObjects objects, List<Workload> workloads) {
    SortedSet<String> images = new TreeSet<>();
    SortedSet<String> registries = new TreeSet<>();
    for (Workload workload : workloads) {
      for (Container container : containers(workload)) {
        if (!container.provenance().unknown().containsKey("image")) {
          add(container.image(), images, registries);
        }
      }
    }
    return new Cluster(
        snapshot.kubernetesVersion() == null ? "" : snapshot.kubernetesVersion(),
        snapshot.format(),
        workloads.size(),
        List.copyOf(objects.namespaces()),
        objects.types().stream().map(ResourceType::toString).sorted().toList(),
        List.copyOf(images),
        List.copyOf(registries),
        objects.coverages().states(),
        Provenance.builder(whole(snapshot), JsonPointer.ROOT).build());
  }

  /// The containers that can be read.
  static List<Container> containers(Workload workload) {
    return workload.provenance().unknown().containsKey("containers")
        ? List.of()
        : workload.containers();
  }

  private static void add(Image image, SortedSet<String> images, SortedSet<String> registries) {
    if (!image.reference().isEmpty()) {
      images.add(image.reference());
    }
    if (image.valid()) {
      registries.add(image.registry());
    }
  }

  /// Stands for the cluster where evidence needs an object.
  private static Resource whole(Snapshot snapshot) {
    String name = snapshot.cluster().isEmpty() ? snapshot.source() : snapshot.cluster();
    return new Resource("", "Cluster", "", name, null, null, snapshot.source(), ObjectNode.EMPTY);
  }
}
