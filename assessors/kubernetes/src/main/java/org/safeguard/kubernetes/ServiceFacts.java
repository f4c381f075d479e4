package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Exposure;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Service;
import org.safeguard.model.fact.ServicePort;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// Services, the workloads behind them, and how those can be reached from outside.
final class ServiceFacts {

  private final ClusterObjects objects;
  private final Designations designations;
  private final IngressViews ingresses;
  private final List<ServiceView> services;
  private final Map<String, ServiceView> byName = new HashMap<>();
  private final Selections<ServiceView> selections = new Selections<>();

  ServiceFacts(
      ClusterObjects objects,
      List<PodTemplate> workloads,
      Designations designations,
      IngressViews ingresses) {
    this.objects = objects;
    this.designations = designations;
    this.ingresses = ingresses;
    this.services = objects.placesOf(Types.SERVICE).stream().map(ServiceView::of).toList();
    for (ServiceView service : services) {
      byName.put(service.namespace() + '/' + service.name(), service);
      selections.add(service.namespace(), service.selects(), service);
    }
    workloads.forEach(selections::match);
  }

  List<Service> facts() {
    return services.stream().map(this::fact).toList();
  }

  /// ePHI designations of the workloads behind a service; empty where it is not known.
  List<String> designationsBehind(String namespace, String name) {
    return Stream.ofNullable(byName.get(namespace + '/' + name))
        .flatMap(service -> selections.selectedBy(service).stream())
        .map(workload -> designations.of(workload).ephi())
        .toList();
  }

  /// Notes the ways in to a workload.
  List<Exposure> exposures(Trace trace, PodTemplate workload) {
    List<Exposure> exposures = new ArrayList<>();
    for (ServiceView service : selections.selecting(workload)) {
      expose(service, exposures);
    }
    if (exposures.isEmpty()) {
      Reading labels = workload.podLabels().place().reading();
      trace.read("exposures", labels).unknown("exposures", exposureGap(workload));
    } else {
      trace.read(
          "exposures",
          exposures.stream().flatMap(e -> e.provenance().readings("kind").stream()).toList());
    }
    return exposures;
  }

  private Optional<Cause> exposureGap(PodTemplate workload) {
    return objects
        .coverages()
        .gap(Types.SERVICE)
        .or(ingresses::gap)
        .or(() -> selections.gap(workload))
        .or(
            () ->
                selections.selecting(workload).stream()
                    .flatMap(service -> unreadable(service).stream())
                    .findFirst());
  }

  private static Optional<Cause> unreadable(ServiceView service) {
    return service.type() instanceof Value.Unreadable<String>(Place _, Cause cause)
        ? Optional.of(cause)
        : service.externalIPs() instanceof Value.Unreadable<List<String>>(Place _, Cause why)
            ? Optional.of(why)
            : Optional.empty();
  }

  private void expose(ServiceView service, List<Exposure> exposures) {
    String type = service.type().orElse("ClusterIP");
    if (type.equals("NodePort") || type.equals("LoadBalancer")) {
      exposures.add(exposure(type, service.type().place()));
    }
    if (!service.externalIPs().orElse(List.of()).isEmpty()) {
      exposures.add(exposure("ExternalIP", service.externalIPs().place()));
    }
    for (Place backend : ingresses.to(service.namespace(), service.name())) {
      exposures.add(exposure("Ingress", backend));
    }
  }

  private static Exposure exposure(String kind, Place place) {
    Trace trace = new Trace(place);
    trace.read("kind", place.reading()).read("name", place.reading());
    return new Exposure(kind, place.resource().name(), trace.done());
  }

  private Service fact(ServiceView service) {
    Place object = service.object();
    Place spec = object.at("spec");
    Trace trace = new Trace(object);
    List<PodTemplate> behind = selections.selectedBy(service);
    trace.read("workloads", service.selector().place().reading());
    trace.read("ephi", service.selector().place().reading());
    if (service.selector() instanceof Value.Unreadable<?>(Place _, Cause cause)) {
      trace.unknown("workloads", cause).unknown("ephi", cause);
    } else if (behind.isEmpty() && service.selects() instanceof Value.Known) {
      trace.unknown("workloads", objects.workloadGap());
    }
    return new Service(
        service.namespace(),
        service.name(),
        trace.map("annotations", object.at("metadata", "annotations").textMap()),
        Designations.merged(behind.stream().map(w -> designations.of(w).ephi()).toList()),
        trace.text("type", service.type(), "ClusterIP"),
        trace.text("headless", spec.at("clusterIP").text(), "").equals("None"),
        trace.map("selector", service.selector()),
        ports(trace, spec.at("ports")),
        trace.list("externalIPs", service.externalIPs()),
        trace.text("externalName", spec.at("externalName").text(), ""),
        trace.list("loadBalancerSourceRanges", spec.at("loadBalancerSourceRanges").texts()),
        InternalLoadBalancer.asked(trace, object),
        behind.stream().map(PodTemplate::label).toList(),
        trace.done());
  }

  private static List<ServicePort> ports(Trace trace, Place ports) {
    return trace.list("ports", ports.objects()).stream().map(ServiceFacts::port).toList();
  }

  private static ServicePort port(Place place) {
    Trace trace = new Trace(place);
    long port = trace.number("port", place.at("port").number(), 0);
    return new ServicePort(
        trace.text("name", place.at("name").text(), ""),
        port,
        trace.text("targetPort", place.at("targetPort").quantity(), String.valueOf(port)),
        trace.number("nodePort", place.at("nodePort").number(), 0),
        trace.text("protocol", place.at("protocol").text(), "TCP"),
        trace.text("appProtocol", place.at("appProtocol").text(), ""),
        trace.done());
  }
}
