package org.safeguard.nodes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Port;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Service;
import org.safeguard.model.fact.ServicePort;
import org.safeguard.model.fact.ServiceTarget;
import org.safeguard.model.fact.Workload;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// Whether services lead where they should.
final class ServiceTargets {

  private static final int MOST_SHOWN = 10;
  private static final String SLICE_OF = "kubernetes.io/service-name";

  private final ClusterObjects objects;
  private final Facts known;
  private final Map<String, Workload> workloads = new HashMap<>();
  private final Map<String, List<Service>> bySelector = new HashMap<>();
  private final Map<String, Long> ready = new HashMap<>();

  ServiceTargets(ClusterObjects objects, Facts known) {
    this.objects = objects;
    this.known = known;
    for (Workload workload : known.workloads()) {
      workloads.put(workload.namespace() + "/" + workload.kind() + "/" + workload.name(), workload);
    }
    for (Service service : known.services()) {
      if (Known.is(service, "selector") && !service.selector().isEmpty()) {
        bySelector.computeIfAbsent(selecting(service), _ -> new ArrayList<>()).add(service);
      }
    }
    countEndpoints();
  }

  private static String selecting(Service service) {
    return service.namespace() + " " + new TreeMap<>(service.selector());
  }

  private void countEndpoints() {
    for (Place slice : objects.placesOf(Kinds.ENDPOINT_SLICE)) {
      String service = slice.at("metadata", "labels", SLICE_OF).text().orElse("");
      long addresses =
          slice.at("endpoints").objects().orElse(List.of()).stream()
              .filter(endpoint -> endpoint.at("conditions", "ready").flag().orElse(true))
              .count();
      ready.merge(ClusterObjects.namespace(slice.resource()) + "/" + service, addresses, Long::sum);
    }
    for (Place endpoints : objects.placesOf(Kinds.ENDPOINTS)) {
      long addresses =
          endpoints.at("subsets").objects().orElse(List.of()).stream()
              .mapToLong(subset -> subset.at("addresses").objects().orElse(List.of()).size())
              .sum();
      ready.merge(
          ClusterObjects.namespace(endpoints.resource()) + "/" + endpoints.resource().name(),
          addresses,
          Math::max);
    }
  }

  List<ServiceTarget> facts(Map<String, Cause> gaps) {
    Optional.ofNullable(known.gaps().get("Service"))
        .ifPresent(gap -> gaps.put("ServiceTarget", gap));
    return known.services().stream().map(this::fact).toList();
  }

  private ServiceTarget fact(Service service) {
    Place object = objects.place(service.provenance().resource());
    Place spec = object.at("spec");
    Trace trace = new Trace(object);
    trace
        .read("selects", spec.at("selector").reading())
        .unknown("selects", Known.gap(service, "selector"))
        .read("unnamedPorts", spec.at("ports").reading())
        .unknown("unnamedPorts", gapOfPorts(service));
    return new ServiceTarget(
        service.namespace(),
        service.name(),
        Known.is(service, "type") ? service.type() : "",
        Known.is(service, "selector") && !service.selector().isEmpty(),
        unmatchedPorts(trace, service, spec),
        ports(service).size() < 2
            ? List.of()
            : ports(service).stream()
                .filter(port -> port.name().isEmpty())
                .map(port -> String.valueOf(port.port()))
                .toList(),
        rivals(trace, service, spec),
        externalTrafficPolicy(trace, service, spec),
        readyEndpoints(trace, service, spec),
        trace.done());
  }

  private static List<ServicePort> ports(Service service) {
    return gapOfPorts(service).isEmpty() ? service.ports() : List.of();
  }

  /// Why the ports or something about one of them cannot be read.
  private static Optional<Cause> gapOfPorts(Service service) {
    return Known.gap(service, "ports")
        .or(
            () ->
                service.ports().stream()
                    .flatMap(port -> port.provenance().unknown().values().stream())
                    .findFirst());
  }

  /// A name must be declared by some container. A number need not be: where others are declared and
  /// it is not, nobody can tell from here.
  private List<String> unmatchedPorts(Trace trace, Service service, Place spec) {
    trace.read("unmatchedPorts", spec.at("ports").reading());
    Optional<Cause> gap = Known.gap(service, "workloads").or(() -> gapOfPorts(service));
    trace.unknown("unmatchedPorts", gap);
    if (gap.isPresent() || service.workloads().isEmpty()) {
      return List.of();
    }
    List<Container> behind = new ArrayList<>();
    for (String label : service.workloads()) {
      Workload workload = workloads.get(service.namespace() + "/" + label);
      if (workload == null
          || !Known.is(workload, "containers")
          || workload.containers().stream().anyMatch(c -> !readable(c))) {
        trace.unknown("unmatchedPorts", unread(label));
        return List.of();
      }
      behind.addAll(workload.containers());
    }
    Set<String> declared = new HashSet<>();
    for (Container container : behind) {
      for (Port port : container.ports()) {
        declared.add(port.name());
        declared.add(String.valueOf(port.port()));
      }
    }
    List<String> unmatched = new ArrayList<>();
    List<Reading> where = new ArrayList<>();
    Optional<Cause> open = Optional.empty();
    for (ServicePort port : ports(service)) {
      if (declared.contains(port.targetPort())) {
        continue;
      }
      if (port.targetPort().matches("[0-9]+")) {
        open = declared.isEmpty() ? open : Optional.of(undeclared(port));
      } else {
        unmatched.add(port.port() + " -> " + port.targetPort());
        where.addAll(port.provenance().readings("targetPort"));
      }
    }
    if (unmatched.isEmpty()) {
      trace.unknown("unmatchedPorts", open);
    }
    trace.read("unmatchedPorts", where);
    return unmatched;
  }

  private static boolean readable(Container container) {
    return Known.is(container, "ports")
        && container.ports().stream().allMatch(port -> port.provenance().unknown().isEmpty());
  }

  private static Cause undeclared(ServicePort port) {
    return new Cause(
        Cause.Code.UNRESOLVED,
        "no container behind it declares port "
            + port.targetPort()
            + ", and containers need not; try whether something answers there");
  }

  private static Cause unread(String label) {
    return new Cause(
        Cause.Code.UNRESOLVED, "the ports of " + label + " cannot be read; capture it again");
  }

  private List<String> rivals(Trace trace, Service service, Place spec) {
    trace
        .read("rivals", spec.at("selector").reading())
        .unknown("rivals", Known.gap(service, "selector"));
    if (!Known.is(service, "selector") || service.selector().isEmpty()) {
      return List.of();
    }
    return bySelector.getOrDefault(selecting(service), List.of()).stream()
        .filter(other -> !other.name().equals(service.name()) && overlap(service, other))
        .map(Service::name)
        .limit(MOST_SHOWN)
        .toList();
  }

  /// A headless service beside an ordinary one is how stateful sets are made.
  private static boolean overlap(Service service, Service other) {
    return Known.is(service, "type")
        && Known.is(other, "type")
        && Known.is(service, "headless")
        && Known.is(other, "headless")
        && service.headless() == other.headless()
        && service.type().equals(other.type())
        && ports(service).stream()
            .anyMatch(port -> ports(other).stream().anyMatch(o -> o.port() == port.port()));
  }

  private static String externalTrafficPolicy(Trace trace, Service service, Place spec) {
    boolean outside =
        Known.is(service, "type") && Set.of("NodePort", "LoadBalancer").contains(service.type());
    return trace.text(
        "externalTrafficPolicy", spec.at("externalTrafficPolicy").text(), outside ? "Cluster" : "");
  }

  private long readyEndpoints(Trace trace, Service service, Place spec) {
    trace.read("readyEndpoints", spec.at("selector").reading());
    Long count = ready.get(service.namespace() + "/" + service.name());
    if (count == null) {
      Optional<Cause> gap =
          objects
              .coverages()
              .gap(Kinds.ENDPOINT_SLICE)
              .flatMap(cause -> objects.coverages().gap(Kinds.ENDPOINTS).map(_ -> cause));
      trace.unknown("readyEndpoints", gap);
      return 0;
    }
    return count;
  }
}
