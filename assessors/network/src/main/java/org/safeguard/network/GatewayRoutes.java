package org.safeguard.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;

/// Routes of the [Gateway API](https://gateway-api.sigs.k8s.io) and the services they lead to.
final class GatewayRoutes {

  static final String GROUP = "gateway.networking.k8s.io";
  static final List<ResourceType> ROUTES =
      List.of(type("HTTPRoute"), type("GRPCRoute"), type("TLSRoute"), type("TCPRoute"));
  static final ResourceType GATEWAY = type("Gateway");
  static final ResourceType GRANT = type("ReferenceGrant");

  /// A service that a route names and may use.
  record Backend(Place route, String namespace, String service, Optional<String> port) {}

  private final ClusterObjects objects;

  private GatewayRoutes(ClusterObjects objects) {
    this.objects = objects;
  }

  static ResourceType type(String kind) {
    return new ResourceType(GROUP, kind);
  }

  static List<Backend> read(ClusterObjects objects) {
    GatewayRoutes routes = new GatewayRoutes(objects);
    List<Backend> found = new ArrayList<>();
    for (ResourceType type : ROUTES) {
      objects.placesOf(type).forEach(route -> routes.read(route, found));
    }
    return found;
  }

  /// A route that hangs on no gateway but on a service, as in a mesh, leads nobody in.
  private void read(Place route, List<Backend> found) {
    boolean gateway =
        WaysIn.list(route.at("spec", "parentRefs")).stream()
            .anyMatch(parent -> WaysIn.text(parent.at("kind")).orElse("Gateway").equals("Gateway"));
    if (!gateway) {
      return;
    }
    for (Place rule : WaysIn.list(route.at("spec", "rules"))) {
      for (Place backend : WaysIn.list(rule.at("backendRefs"))) {
        backend(route, backend).ifPresent(found::add);
      }
    }
  }

  private Optional<Backend> backend(Place route, Place backend) {
    String own = WaysIn.namespace(route);
    String namespace = WaysIn.text(backend.at("namespace")).orElse(own);
    Optional<String> service = WaysIn.text(backend.at("name"));
    boolean isService =
        WaysIn.text(backend.at("kind")).orElse("Service").equals("Service")
            && WaysIn.text(backend.at("group")).isEmpty();
    if (!isService || service.isEmpty()) {
      return Optional.empty();
    }
    boolean may = namespace.equals(own) || granted(route, own, namespace, service.get());
    return may
        ? Optional.of(new Backend(route, namespace, service.get(), WaysIn.text(backend.at("port"))))
        : Optional.empty();
  }

  /// Whether the owner of a service lets routes of another namespace use it. Where grants are not
  /// captured nobody can say they do not, so the way in is assumed to be open.
  private boolean granted(Place route, String from, String namespace, String service) {
    if (objects.coverages().gap(GRANT).isPresent()) {
      return true;
    }
    return objects.placesOf(GRANT).stream()
        .filter(grant -> WaysIn.namespace(grant).equals(namespace))
        .anyMatch(grant -> grants(grant, route, from, service));
  }

  private static boolean grants(Place grant, Place route, String from, String service) {
    return WaysIn.list(grant.at("spec", "from")).stream()
            .anyMatch(
                source ->
                    is(source, "group", GROUP)
                        && is(source, "kind", route.resource().kind())
                        && is(source, "namespace", from))
        && WaysIn.list(grant.at("spec", "to")).stream()
            .anyMatch(
                target ->
                    is(target, "kind", "Service")
                        && WaysIn.text(target.at("name")).map(service::equals).orElse(true));
  }

  private static boolean is(Place place, String field, String wanted) {
    return WaysIn.text(place.at(field)).orElse("").equals(wanted);
  }
}
