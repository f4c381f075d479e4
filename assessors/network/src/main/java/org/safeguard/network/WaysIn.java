package org.safeguard.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Types;

/// The ways by which the outside is led to pods.
final class WaysIn {

  static final ResourceType ROUTE = new ResourceType("route.openshift.io", "Route");

  private final ClusterObjects objects;
  private final Backends backends;
  private final List<WayIn> found = new ArrayList<>();

  private WaysIn(ClusterObjects objects, Estate estate) {
    this.objects = objects;
    this.backends = new Backends(objects, estate);
  }

  static WaysIn of(ClusterObjects objects, Estate estate) {
    WaysIn ways = new WaysIn(objects, estate);
    ways.ingresses();
    ways.routes();
    GatewayRoutes.read(objects).forEach(ways::gatewayRoute);
    ways.services();
    return ways;
  }

  /// All of them.
  List<WayIn> all() {
    return found;
  }

  /// What a controller that nobody captured passes on to each class of pods, by policies or not.
  Map<Integer, Integer> fromController(ConnectionTable table) {
    Map<Integer, Integer> published = new HashMap<>();
    for (WayIn way : found) {
      if (way.byController()) {
        way.targets()
            .forEach(
                (podClass, connections) ->
                    published.merge(podClass, table.number(connections), table::union));
      }
    }
    return published;
  }

  private void ingresses() {
    for (ResourceType type : List.of(Types.OLD_INGRESS, Types.INGRESS)) {
      objects.placesOf(type).forEach(this::ingress);
    }
  }

  private void ingress(Place ingress) {
    for (Place backend : ingressBackends(ingress)) {
      Place service = backend.at("service");
      Place port = service.at("port");
      Optional<String> name = text(service.at("name")).or(() -> text(backend.at("serviceName")));
      Optional<String> wanted =
          text(port.at("name"))
              .or(() -> text(port.at("number")))
              .or(() -> text(backend.at("servicePort")));
      name.ifPresent(to -> add(ingress, true, namespace(ingress), to, wanted));
    }
  }

  private static List<Place> ingressBackends(Place ingress) {
    List<Place> places = new ArrayList<>();
    places.add(ingress.at("spec", "defaultBackend"));
    places.add(ingress.at("spec", "backend"));
    for (Place rule : list(ingress.at("spec", "rules"))) {
      list(rule.at("http", "paths")).forEach(path -> places.add(path.at("backend")));
    }
    return places;
  }

  private void routes() {
    for (Place route : objects.placesOf(ROUTE)) {
      Optional<String> port = text(route.at("spec", "port", "targetPort"));
      List<Place> targets = new ArrayList<>(List.of(route.at("spec", "to")));
      targets.addAll(list(route.at("spec", "alternateBackends")));
      for (Place target : targets) {
        if (text(target.at("kind")).orElse("Service").equals("Service")) {
          text(target.at("name")).ifPresent(to -> add(route, true, namespace(route), to, port));
        }
      }
    }
  }

  private void gatewayRoute(GatewayRoutes.Backend backend) {
    add(backend.route(), true, backend.namespace(), backend.service(), backend.port());
  }

  private void services() {
    for (Place service : objects.placesOf(Types.SERVICE)) {
      Place spec = service.at("spec");
      String type = text(spec.at("type")).orElse("ClusterIP");
      boolean addresses = texts(spec.at("externalIPs"));
      if (type.equals("NodePort") || type.equals("LoadBalancer") || addresses) {
        add(service, false, namespace(service), service.resource().name(), Optional.empty());
      }
    }
  }

  private void add(
      Place object, boolean controller, String namespace, String service, Optional<String> port) {
    Map<Integer, Connections> targets = backends.of(namespace, service, port, controller);
    if (!targets.isEmpty()) {
      found.add(new WayIn(object, controller, targets));
    }
  }

  private static boolean texts(Place place) {
    return !place.texts().orElse(List.of()).isEmpty();
  }

  /// The services that an ingress or route names, as `namespace/name`.
  static List<String> servicesOf(Place object) {
    List<String> services = new ArrayList<>();
    named(object, services);
    return services;
  }

  private static void named(Place object, List<String> services) {
    String own = namespace(object) + "/";
    if (object.resource().type().equals(ROUTE)) {
      text(object.at("spec", "to", "name")).ifPresent(name -> services.add(own + name));
      return;
    }
    if (object.resource().kind().equals("Ingress")) {
      for (Place backend : ingressBackends(object)) {
        text(backend.at("service", "name"))
            .or(() -> text(backend.at("serviceName")))
            .ifPresent(name -> services.add(own + name));
      }
      return;
    }
    for (Place rule : list(object.at("spec", "rules"))) {
      for (Place backend : list(rule.at("backendRefs"))) {
        if (text(backend.at("kind")).orElse("Service").equals("Service")) {
          String namespace = text(backend.at("namespace")).orElse(namespace(object));
          text(backend.at("name")).ifPresent(name -> services.add(namespace + "/" + name));
        }
      }
    }
  }

  static String namespace(Place object) {
    return ClusterObjects.namespace(object.resource());
  }

  static Optional<String> text(Place place) {
    return place.isSet()
        ? Optional.of(place.quantity().orElse("")).filter(t -> !t.isEmpty())
        : Optional.empty();
  }

  static List<Place> list(Place place) {
    return place.objects().orElse(List.of());
  }
}
