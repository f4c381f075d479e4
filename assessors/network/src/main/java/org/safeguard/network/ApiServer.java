package org.safeguard.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;

/// Where the Kubernetes API answers, by the endpoints of the service `default/kubernetes`.
///
/// @param addresses empty when they are not known
/// @param ports the usual ones when they are not known
record ApiServer(List<AddressRange> addresses, Connections ports) {

  static final Cause GAP =
      new Cause(
          Cause.Code.UNRESOLVED,
          "the endpoints of the service default/kubernetes are not in this snapshot; capture"
              + " endpoints or endpointslices.discovery.k8s.io");

  private static final ResourceType ENDPOINTS = new ResourceType("", "Endpoints");
  private static final ResourceType SLICE = new ResourceType("discovery.k8s.io", "EndpointSlice");

  static ApiServer of(ClusterObjects objects) {
    List<AddressRange> addresses = new ArrayList<>();
    List<Place> ports = new ArrayList<>();
    objects
        .find(ENDPOINTS, "default", "kubernetes")
        .map(objects::place)
        .ifPresent(
            endpoints -> {
              for (Place subset : WaysIn.list(endpoints.at("subsets"))) {
                WaysIn.list(subset.at("addresses"))
                    .forEach(a -> add(WaysIn.text(a.at("ip")), addresses));
                ports.addAll(WaysIn.list(subset.at("ports")));
              }
            });
    for (Place slice : objects.placesOf(SLICE)) {
      String service =
          WaysIn.text(slice.at("metadata", "labels", "kubernetes.io/service-name")).orElse("");
      if (WaysIn.namespace(slice).equals("default") && service.equals("kubernetes")) {
        for (Place endpoint : WaysIn.list(slice.at("endpoints"))) {
          endpoint
              .at("addresses")
              .texts()
              .orElse(List.of())
              .forEach(text -> add(Optional.of(text), addresses));
        }
        ports.addAll(WaysIn.list(slice.at("ports")));
      }
    }
    return new ApiServer(List.copyOf(addresses), connections(ports));
  }

  private static void add(Optional<String> text, List<AddressRange> addresses) {
    text.flatMap(AddressRange::parse)
        .filter(range -> !addresses.contains(range))
        .ifPresent(addresses::add);
  }

  private static Connections connections(List<Place> ports) {
    Connections found = Connections.NONE;
    for (Place port : ports) {
      long number = port.at("port").number().orElse(0L);
      found = found.union(Connections.of(Protocol.TCP, Ports.range(number, number)));
    }
    return found.isEmpty()
        ? Connections.of(Protocol.TCP, Ports.range(443, 443))
            .union(Connections.of(Protocol.TCP, Ports.range(6443, 6443)))
        : found;
  }
}
