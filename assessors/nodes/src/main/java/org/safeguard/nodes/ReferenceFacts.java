package org.safeguard.nodes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.References;
import org.safeguard.model.fact.Service;
import org.safeguard.model.fact.ServicePort;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Selector;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// Where ingresses, routes and monitors point to.
final class ReferenceFacts {

  private static final List<String> GATEWAY_ROUTES =
      List.of("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute");

  private final ClusterObjects objects;
  private final Facts known;
  private final Map<String, Set<String>> ports = new HashMap<>();

  ReferenceFacts(ClusterObjects objects, Facts known) {
    this.objects = objects;
    this.known = known;
    for (Service service : known.services()) {
      Set<String> names = new HashSet<>();
      if (Known.is(service, "ports")) {
        for (ServicePort port : service.ports()) {
          if (port.provenance().unknown().isEmpty()) {
            names.add(String.valueOf(port.port()));
            names.add(port.name());
          }
        }
      }
      ports.put(service.namespace() + "/" + service.name(), names);
    }
  }

  List<References> facts(Map<String, Cause> gaps) {
    List<References> facts = new ArrayList<>();
    for (ResourceType type : List.of(Types.INGRESS, Types.OLD_INGRESS)) {
      objects.placesOf(type).forEach(place -> facts.add(ingress(place)));
    }
    for (String kind : GATEWAY_ROUTES) {
      objects.placesOf(Kinds.gatewayRoute(kind)).forEach(place -> facts.add(gatewayRoute(place)));
    }
    objects.placesOf(Kinds.ROUTE).forEach(place -> facts.add(route(place)));
    objects.placesOf(Kinds.SERVICE_MONITOR).forEach(place -> facts.add(monitor(place, true)));
    objects.placesOf(Kinds.POD_MONITOR).forEach(place -> facts.add(monitor(place, false)));
    KindGaps.note(gaps, "References", facts, objects.coverages(), Types.INGRESS);
    return facts;
  }

  /// The ports of a service; null where it is not here. A manifest that names no namespace lies
  /// wherever it is applied to.
  private @Nullable Set<String> ports(String namespace, String service) {
    Set<String> there = ports.get(namespace + "/" + service);
    return there == null && objects.leavesNamespaceOpen(Types.SERVICE, service)
        ? ports.get("default/" + service)
        : there;
  }

  /// What one object points to, as far as it is looked for.
  private final class Pointing {
    private final String namespace;
    private final List<String> missing = new ArrayList<>();
    private final List<Reading> where = new ArrayList<>();
    private boolean open;

    Pointing(Place object) {
      this.namespace = ClusterObjects.namespace(object.resource());
    }

    /// @param port number or name, empty where it is not said
    void to(String otherNamespace, Place name, String port) {
      String service = name.text().orElse("");
      if (service.isEmpty()) {
        return;
      }
      Set<String> there = ports(otherNamespace.isEmpty() ? namespace : otherNamespace, service);
      if (there == null && objects.coverages().gap(Types.SERVICE).isPresent()) {
        open = true;
      } else if (there == null || !port.isEmpty() && !there.contains(port)) {
        missing.add("Service/" + service + (there == null ? "" : " port " + port));
        where.add(name.reading());
      }
    }

    References fact(Place object) {
      Trace trace = new Trace(object);
      trace
          .read("missing", object.at("spec").reading())
          .read("missing", where)
          .read("selectsNothing", object.at("spec").reading());
      if (missing.isEmpty() && open) {
        trace.unknown("missing", objects.coverages().gap(Types.SERVICE));
      }
      return references(object, missing, false, trace);
    }
  }

  private static References references(
      Place object, List<String> missing, boolean nothing, Trace trace) {
    return new References(
        object.resource().kind(),
        ClusterObjects.namespace(object.resource()),
        object.resource().name(),
        missing,
        nothing,
        trace.done());
  }

  private References ingress(Place object) {
    Pointing pointing = new Pointing(object);
    Place spec = object.at("spec");
    backend(pointing, spec.at("defaultBackend"));
    backend(pointing, spec.at("backend"));
    for (Place rule : spec.at("rules").objects().orElse(List.of())) {
      for (Place path : rule.at("http", "paths").objects().orElse(List.of())) {
        backend(pointing, path.at("backend"));
      }
    }
    return pointing.fact(object);
  }

  private static void backend(Pointing pointing, Place backend) {
    Place port = backend.at("service", "port");
    String number = port.at("number").quantity().orElse("");
    pointing.to(
        "",
        backend.at("service", "name"),
        // Controllers of clouds take a port of this name for an action, not for a service.
        number.isEmpty() ? port.at("name").text().orElse("") : number);
    pointing.to("", backend.at("serviceName"), backend.at("servicePort").quantity().orElse(""));
  }

  private References gatewayRoute(Place object) {
    Pointing pointing = new Pointing(object);
    for (Place rule : object.at("spec", "rules").objects().orElse(List.of())) {
      for (Place backend : rule.at("backendRefs").objects().orElse(List.of())) {
        if (backend.at("kind").text().orElse("Service").equals("Service")) {
          pointing.to(
              backend.at("namespace").text().orElse(""),
              backend.at("name"),
              backend.at("port").quantity().orElse(""));
        }
      }
    }
    return pointing.fact(object);
  }

  private References route(Place object) {
    Pointing pointing = new Pointing(object);
    if (object.at("spec", "to", "kind").text().orElse("Service").equals("Service")) {
      pointing.to("", object.at("spec", "to", "name"), "");
    }
    for (Place other : object.at("spec", "alternateBackends").objects().orElse(List.of())) {
      pointing.to("", other.at("name"), "");
    }
    return pointing.fact(object);
  }

  private References monitor(Place object, boolean ofServices) {
    Trace trace = new Trace(object);
    Place place = object.at("spec", "selector");
    trace.read("missing", place.reading()).read("selectsNothing", place.reading());
    boolean nothing = false;
    switch (Selector.read(place)) {
      case Value.Unreadable<Selector>(Place _, Cause cause) ->
          trace.unknown("selectsNothing", cause);
      case Value.Absent<Selector> _ -> nothing = true;
      case Value.Known<Selector>(Place _, Selector selector) ->
          nothing = !(ofServices ? someService(object, selector) : someWorkload(object, selector));
    }
    if (nothing) {
      Optional<Cause> gap =
          ofServices ? objects.coverages().gap(Types.SERVICE) : objects.workloadGap();
      trace.unknown("selectsNothing", gap.or(() -> outOfSight(object)));
    }
    return references(object, List.of(), nothing, trace);
  }

  /// A snapshot of some namespaces says nothing of the others.
  private Optional<Cause> outOfSight(Place monitor) {
    List<String> wanted =
        monitor.at("spec", "namespaceSelector", "matchNames").texts().orElse(List.of());
    return wanted.stream()
        .filter(namespace -> !objects.holdsSomethingIn(namespace))
        .findFirst()
        .map(
            namespace ->
                new Cause(
                    Cause.Code.NOT_CAPTURED,
                    "nothing of the namespace " + namespace + " is in this snapshot; capture it"));
  }

  private boolean someService(Place monitor, Selector selector) {
    return objects.placesOf(Types.SERVICE).stream()
        .filter(service -> looksInto(monitor, ClusterObjects.namespace(service.resource())))
        .anyMatch(
            service ->
                selector.matches(service.at("metadata", "labels").textMap().orElse(Map.of())));
  }

  private boolean someWorkload(Place monitor, Selector selector) {
    return known.workloads().stream()
        .filter((Workload workload) -> looksInto(monitor, workload.namespace()))
        .anyMatch(workload -> selector.matches(Known.podLabels(workload)));
  }

  private static boolean looksInto(Place monitor, String namespace) {
    Place wanted = monitor.at("spec", "namespaceSelector");
    List<String> names = wanted.at("matchNames").texts().orElse(List.of());
    return wanted.at("any").flag().orElse(false)
        || (names.isEmpty()
            ? ClusterObjects.namespace(monitor.resource()).equals(namespace)
            : names.contains(namespace));
  }
}
