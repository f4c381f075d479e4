package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.TemplateKind;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// What bounds the resources of a container: its own requests and limits, else the defaults that a
/// [LimitRange](https://kubernetes.io/docs/concepts/policy/limit-range/) of its namespace sets when
/// a pod is made, else those of the pod as a whole (`spec.resources`, from Kubernetes 1.34 on).
final class ResourceBounds {

  private static final String EPHEMERAL = "/ephemeralContainers/";

  private final ClusterObjects objects;
  private final Map<String, List<Place>> ranges = new HashMap<>();
  private final Optional<Cause> refused;

  ResourceBounds(ClusterObjects objects) {
    this.objects = objects;
    for (Place range : objects.placesOf(Types.LIMIT_RANGE)) {
      for (Place item : range.at("spec", "limits").objects().orElse(List.of())) {
        if (item.at("type").text().orElse("").equals("Container")) {
          ranges
              .computeIfAbsent(ClusterObjects.namespace(range.resource()), _ -> new ArrayList<>())
              .add(item);
        }
      }
    }
    refused = refused();
  }

  /// A list that was refused or cut off may hold a default; one that nobody mentioned is taken to
  /// be none, as a folder of manifests is.
  private Optional<Cause> refused() {
    return switch (objects.coverages().of(Types.LIMIT_RANGE)) {
      case FORBIDDEN, PARTIAL, FAILED -> objects.coverages().gap(Types.LIMIT_RANGE);
      case CAPTURED, ABSENT, UNKNOWN -> Optional.empty();
    };
  }

  /// A limit without a request is the request too.
  Value<String> request(PodTemplate workload, Place container, String resource) {
    Value<String> own =
        container
            .at("resources", "requests", resource)
            .quantity()
            .or(container.at("resources", "limits", resource).quantity());
    return bounded(
        workload,
        container,
        own,
        List.of("defaultRequest", "default", "max", "min"),
        List.of("requests", "limits"),
        resource);
  }

  Value<String> limit(PodTemplate workload, Place container, String resource) {
    return bounded(
        workload,
        container,
        container.at("resources", "limits", resource).quantity(),
        List.of("default", "max"),
        List.of("limits"),
        resource);
  }

  private Value<String> bounded(
      PodTemplate workload,
      Place container,
      Value<String> own,
      List<String> defaults,
      List<String> ofPod,
      String resource) {
    if (!(own instanceof Value.Absent) || container.pointer().text().contains(EPHEMERAL)) {
      return own;
    }
    boolean made = workload.kind() == TemplateKind.POD && workload.resource().uid() != null;
    Value<String> value = own;
    if (!made) { // a pod that was made has its defaults written into it
      for (Place item : ranges.getOrDefault(workload.namespace(), List.of())) {
        for (String key : defaults) {
          value = value.or(item.at(key, resource).quantity());
        }
      }
    }
    for (String holder : ofPod) {
      value = value.or(workload.spec().at("resources", holder, resource).quantity());
    }
    return value instanceof Value.Absent<String>(Place place) && refused.isPresent() && !made
        ? new Value.Unreadable<>(place, refused.get())
        : value;
  }
}
