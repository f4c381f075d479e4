package org.safeguard.controlplane;

import java.util.Optional;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;

/// A container that runs a component of the control plane.
///
/// @param component what it runs
/// @param object the pod or workload
/// @param spec the pod spec
/// @param container within the spec
record Instance(Component component, Place object, Place spec, Place container) {

  Resource resource() {
    return object.resource();
  }

  String namespace() {
    return ClusterObjects.namespace(resource());
  }

  /// The revision of its configuration, which OpenShift's operators number.
  Optional<String> revision() {
    String revision = object.at("metadata", "labels", "revision").text().orElse("");
    return revision.isEmpty() ? Optional.empty() : Optional.of(revision);
  }
}
