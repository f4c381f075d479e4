package org.safeguard.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Selector;
import org.safeguard.objects.Types;

/// The pods behind services, and by which of their ports.
final class Backends {

  private final ClusterObjects objects;
  private final Estate estate;

  Backends(ClusterObjects objects, Estate estate) {
    this.objects = objects;
    this.estate = estate;
  }

  /// What stands behind a port of a service, by class of pods.
  ///
  /// @param port name or number of the service's port, or its target; empty for every port
  /// @param onlyTcp whether other protocols are left out, as ingress controllers do
  Map<Integer, Connections> of(
      String namespace, String service, Optional<String> port, boolean onlyTcp) {
    Map<Integer, Connections> found = new HashMap<>();
    objects
        .find(Types.SERVICE, namespace, service)
        .map(objects::place)
        .ifPresent(place -> add(place, namespace, port, onlyTcp, found));
    return found;
  }

  private void add(
      Place service,
      String namespace,
      Optional<String> port,
      boolean onlyTcp,
      Map<Integer, Connections> found) {
    Map<String, String> labels = service.at("spec", "selector").textMap().orElse(Map.of());
    if (labels.isEmpty()) {
      return;
    }
    BitSet members = estate.byNamespace().getOrDefault(namespace, new BitSet());
    Selector selector = new Selector(labels, List.of());
    for (Place wanted : wanted(service, port)) {
      for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
        if (selector.matches(estate.podClass(i).labels())) {
          Connections connections = target(wanted, estate.podClass(i), onlyTcp);
          if (!connections.isEmpty()) {
            found.merge(i, connections, Connections::union);
          }
        }
      }
    }
  }

  private static List<Place> wanted(Place service, Optional<String> port) {
    List<Place> ports = WaysIn.list(service.at("spec", "ports"));
    if (port.isEmpty()) {
      return ports;
    }
    List<Place> found = new ArrayList<>();
    for (Place candidate : ports) {
      if (names(candidate, "name", port) || names(candidate, "port", port)) {
        return List.of(candidate);
      }
      if (found.isEmpty() && names(candidate, "targetPort", port)) {
        found.add(candidate);
      }
    }
    return found;
  }

  private static boolean names(Place port, String field, Optional<String> wanted) {
    return WaysIn.text(port.at(field)).equals(wanted);
  }

  private static Connections target(Place port, PodClass pods, boolean onlyTcp) {
    Optional<Protocol> protocol = Protocol.named(WaysIn.text(port.at("protocol")).orElse("TCP"));
    if (protocol.isEmpty() || (onlyTcp && protocol.get() != Protocol.TCP)) {
      return Connections.NONE;
    }
    String target =
        WaysIn.text(port.at("targetPort"))
            .filter(text -> !text.equals("0"))
            .or(() -> WaysIn.text(port.at("port")))
            .orElse("");
    if (target.matches("\\d{1,5}")) {
      int number = Integer.parseInt(target);
      return Connections.of(protocol.get(), Ports.range(number, number));
    }
    return new PortChoice(Connections.NONE, List.of(new PortChoice.Named(target, protocol)))
        .at(pods.namedPorts());
  }
}
