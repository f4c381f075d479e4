package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Namespace;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.SystemNamespaces;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// The facts about namespaces.
final class NamespaceFacts {

  private static final String POD_SECURITY = "pod-security.kubernetes.io/";

  private final ClusterObjects objects;
  private final Designations designations;
  private final NetworkPolicyFacts policies;
  private final Map<String, List<String>> workloads = new HashMap<>();
  private final Map<ResourceType, Map<String, List<Place>>> bounds = new HashMap<>();

  NamespaceFacts(
      ClusterObjects objects,
      List<PodTemplate> workloads,
      Designations designations,
      NetworkPolicyFacts policies) {
    this.objects = objects;
    this.designations = designations;
    this.policies = policies;
    for (PodTemplate workload : workloads) {
      this.workloads
          .computeIfAbsent(workload.namespace(), _ -> new ArrayList<>())
          .add(workload.label());
    }
    for (ResourceType type : List.of(Types.RESOURCE_QUOTA, Types.LIMIT_RANGE)) {
      Map<String, List<Place>> byNamespace = new HashMap<>();
      for (Place place : objects.placesOf(type)) {
        byNamespace
            .computeIfAbsent(ClusterObjects.namespace(place.resource()), _ -> new ArrayList<>())
            .add(place);
      }
      bounds.put(type, byNamespace);
    }
  }

  List<Namespace> facts() {
    return objects.placesOf(Types.NAMESPACE).stream().map(this::fact).toList();
  }

  private Namespace fact(Place object) {
    String name = object.resource().name();
    Place labels = object.at("metadata", "labels");
    Trace trace = new Trace(object);
    Designations.Said said = designations.ofNamespace(object);
    List<String> inside = workloads.getOrDefault(name, List.of());
    trace
        .read("ephi", said.reading())
        .unknown("ephi", said.gap())
        .read("workloads", object.at("metadata", "name").reading())
        .read("systemNamespace", object.at("metadata", "name").reading());
    if (inside.isEmpty()) {
      trace.unknown("workloads", objects.workloadGap());
    }
    return new Namespace(
        name,
        trace.map("labels", labels.textMap()),
        trace.map("annotations", object.at("metadata", "annotations").textMap()),
        said.ephi(),
        trace.text("enforceLevel", labels.at(POD_SECURITY + "enforce").text(), ""),
        trace.text("enforceVersion", labels.at(POD_SECURITY + "enforce-version").text(), ""),
        trace.text("auditLevel", labels.at(POD_SECURITY + "audit").text(), ""),
        trace.text("warnLevel", labels.at(POD_SECURITY + "warn").text(), ""),
        inside,
        present(
            trace,
            "networkPolicies",
            object,
            policies.in(name).stream().map(Policy::object).toList(),
            Types.NETWORK_POLICY),
        deniesByDefault(trace, "defaultDenyIngress", object, Policy::ingress),
        deniesByDefault(trace, "defaultDenyEgress", object, Policy::egress),
        bounds(trace, "resourceQuotas", object, Types.RESOURCE_QUOTA),
        bounds(trace, "limitRanges", object, Types.LIMIT_RANGE),
        SystemNamespaces.contains(name),
        trace.done());
  }

  private List<String> bounds(Trace trace, String component, Place object, ResourceType type) {
    List<Place> found =
        bounds.getOrDefault(type, Map.of()).getOrDefault(object.resource().name(), List.of());
    return present(trace, component, object, found, type);
  }

  /// Notes objects of a type in the namespace; that there are none is known only when the type was
  /// captured.
  private List<String> present(
      Trace trace, String component, Place object, List<Place> found, ResourceType type) {
    if (found.isEmpty()) {
      trace
          .read(component, object.reading("no " + type.kind()))
          .unknown(component, objects.coverages().gap(type));
    } else {
      trace.read(component, found.stream().map(Place::reading).toList());
    }
    return found.stream().map(place -> place.resource().name()).toList();
  }

  /// Whether some policy selects every pod, restricts the direction, and leaves it to rules that do
  /// not allow everything, while no other policy for every pod allows everything again.
  private boolean deniesByDefault(
      Trace trace, String component, Place object, Function<Policy, Policy.Side> direction) {
    List<Reading> denying = new ArrayList<>();
    Optional<Cause> gap = objects.coverages().gap(Types.NETWORK_POLICY);
    for (Policy policy : policies.in(object.resource().name())) {
      Policy.Side side = direction.apply(policy);
      if (side.restricts().orElse(false) && policy.selectsAll().orElse(false)) {
        if (side.allowsAll().orElse(false)) {
          trace.read(component, side.rules().place().reading());
          return false;
        }
        denying.add(policy.selector().place().reading());
      }
      gap = gap.or(() -> unreadable(policy.selector())).or(() -> unreadable(side.allowsAll()));
    }
    if (denying.isEmpty()) {
      trace.read(component, object.reading("no such NetworkPolicy")).unknown(component, gap);
      return false;
    }
    trace.read(component, denying);
    return true;
  }

  private static Optional<Cause> unreadable(Value<?> value) {
    return value instanceof Value.Unreadable<?>(Place _, Cause cause)
        ? Optional.of(cause)
        : Optional.empty();
  }
}
