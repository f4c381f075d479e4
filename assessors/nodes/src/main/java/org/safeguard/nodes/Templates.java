package org.safeguard.nodes;

import java.util.List;
import org.safeguard.model.fact.Workload;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.TemplateKind;

/// The raw template behind a workload.
final class Templates {

  private Templates() {}

  static Place object(ClusterObjects objects, Workload workload) {
    return objects.place(workload.provenance().resource());
  }

  /// What holds the `metadata` and `spec` of its pods.
  static Place template(ClusterObjects objects, Workload workload) {
    Place object = object(objects, workload);
    return TemplateKind.of(object.resource().type())
        .map(kind -> kind.template(object))
        .orElse(object);
  }

  static Place spec(ClusterObjects objects, Workload workload) {
    return template(objects, workload).at("spec");
  }

  /// The containers of one list of a pod spec.
  static List<Place> containers(Place spec, String holder) {
    return spec.at(holder).objects().orElse(List.of());
  }
}
