package org.safeguard.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Publication;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// The facts about ingresses and routes.
final class Publications {

  private static final Cause BYTES =
      new Cause(
          Cause.Code.UNRESOLVED,
          "a TCP route passes bytes on; ask whether what listens behind it speaks TLS");

  private final ClusterObjects objects;
  private final PolicyCoverage coverage;
  private final List<Place> all = new ArrayList<>();
  private final Map<String, TreeSet<String>> publishers = new HashMap<>();

  Publications(ClusterObjects objects, PolicyCoverage coverage) {
    this.objects = objects;
    this.coverage = coverage;
    List<ResourceType> types = new ArrayList<>(List.of(Types.OLD_INGRESS, Types.INGRESS));
    types.addAll(GatewayRoutes.ROUTES);
    types.add(WaysIn.ROUTE);
    for (ResourceType type : types) {
      all.addAll(objects.placesOf(type));
    }
    for (Place object : all) {
      for (String path : paths(object)) {
        publishers.computeIfAbsent(path, _ -> new TreeSet<>()).add(identity(object));
      }
    }
  }

  List<Publication> facts() {
    return all.stream().map(this::fact).toList();
  }

  private Publication fact(Place object) {
    Trace trace = new Trace(object);
    return new Publication(
        object.resource().kind(),
        WaysIn.namespace(object),
        object.resource().name(),
        encrypted(object, trace),
        shared(object, trace),
        missing(object, trace),
        trace.done());
  }

  private static String identity(Place object) {
    Resource resource = object.resource();
    return resource.kind() + " " + WaysIn.namespace(object) + "/" + resource.name();
  }

  private List<String> shared(Place object, Trace trace) {
    trace.read("sharedPaths", object.at("spec").reading());
    unreadable(object.at("spec")).ifPresent(cause -> trace.unknown("sharedPaths", cause));
    TreeSet<String> shared = new TreeSet<>();
    for (String path : paths(object)) {
      if (publishers.getOrDefault(path, new TreeSet<>()).size() > 1) {
        shared.add(path.substring(path.indexOf('|') + 1));
      }
    }
    return List.copyOf(shared);
  }

  /// What an object publishes as `class|host/path`. Canaries share a path by intention, and so may
  /// routes that match by more than host and path.
  private static List<String> paths(Place object) {
    Place spec = object.at("spec");
    return switch (object.resource().kind()) {
      case "Ingress" -> ingressPaths(object);
      case "HTTPRoute" -> routePaths(spec);
      case "Route" -> {
        Optional<String> host = WaysIn.text(spec.at("host"));
        String path = WaysIn.text(spec.at("path")).orElse("/");
        yield host.map(name -> List.of("Route|" + name + path)).orElse(List.of());
      }
      default -> List.of();
    };
  }

  private static List<String> ingressPaths(Place ingress) {
    Place annotations = ingress.at("metadata", "annotations");
    if (WaysIn.text(annotations.at("nginx.ingress.kubernetes.io/canary"))
        .equals(Optional.of("true"))) {
      return List.of();
    }
    String className =
        WaysIn.text(ingress.at("spec", "ingressClassName"))
            .or(() -> WaysIn.text(annotations.at("kubernetes.io/ingress.class")))
            .orElse("");
    List<String> found = new ArrayList<>();
    for (Place rule : WaysIn.list(ingress.at("spec", "rules"))) {
      String host = WaysIn.text(rule.at("host")).orElse("*");
      for (Place path : WaysIn.list(rule.at("http", "paths"))) {
        found.add("Ingress " + className + "|" + host + WaysIn.text(path.at("path")).orElse("/"));
      }
    }
    return found;
  }

  private static List<String> routePaths(Place spec) {
    List<String> hosts = spec.at("hostnames").texts().orElse(List.of("*"));
    StringBuilder parents = new StringBuilder("HTTPRoute");
    for (Place parent : WaysIn.list(spec.at("parentRefs"))) {
      parents.append(' ').append(WaysIn.text(parent.at("namespace")).orElse(""));
      parents.append('/').append(WaysIn.text(parent.at("name")).orElse(""));
      parents.append('/').append(WaysIn.text(parent.at("sectionName")).orElse(""));
    }
    List<String> found = new ArrayList<>();
    for (Place rule : WaysIn.list(spec.at("rules"))) {
      for (Place match : WaysIn.list(rule.at("matches"))) {
        boolean plain =
            !match.at("headers").isSet()
                && !match.at("method").isSet()
                && !match.at("queryParams").isSet();
        if (plain) {
          String path = WaysIn.text(match.at("path", "value")).orElse("/");
          hosts.forEach(host -> found.add(parents + "|" + host + path));
        }
      }
    }
    return found;
  }

  private List<String> missing(Place object, Trace trace) {
    trace.read("missingBackends", object.at("spec").reading());
    unreadable(object.at("spec")).ifPresent(cause -> trace.unknown("missingBackends", cause));
    TreeSet<String> missing = new TreeSet<>();
    for (String service : WaysIn.servicesOf(object)) {
      int slash = service.indexOf('/');
      if (objects
          .find(Types.SERVICE, service.substring(0, slash), service.substring(slash + 1))
          .isEmpty()) {
        missing.add(service);
      }
    }
    if (!missing.isEmpty()) {
      trace.unknown("missingBackends", objects.coverages().gap(Types.SERVICE));
    }
    return List.copyOf(missing);
  }

  private static Optional<Cause> unreadable(Place spec) {
    return spec.isMapping() instanceof Value.Unreadable<Boolean>(Place _, Cause cause)
        ? Optional.of(cause)
        : spec.at("rules").objects() instanceof Value.Unreadable<List<Place>>(Place _, Cause why)
            ? Optional.of(why)
            : Optional.empty();
  }

  private boolean encrypted(Place object, Trace trace) {
    Place spec = object.at("spec");
    unreadable(spec).ifPresent(cause -> trace.unknown("encrypted", cause));
    return switch (object.resource().kind()) {
      case "Ingress" -> {
        trace.read("encrypted", spec.at("tls").reading());
        yield !WaysIn.list(spec.at("tls")).isEmpty();
      }
      case "Route" -> route(spec, trace);
      case "TLSRoute" -> true;
      case "TCPRoute" -> {
        trace.read("encrypted", spec.reading()).unknown("encrypted", BYTES);
        yield false;
      }
      default -> gatewayRoute(object, trace);
    };
  }

  private static boolean route(Place spec, Trace trace) {
    Place tls = spec.at("tls");
    trace.read("encrypted", tls.reading());
    boolean present = trace.present("encrypted", tls);
    String insecure = WaysIn.text(tls.at("insecureEdgeTerminationPolicy")).orElse("None");
    if (present && insecure.equals("Allow")) {
      trace.read("encrypted", tls.at("insecureEdgeTerminationPolicy").reading());
    }
    return present && !insecure.equals("Allow");
  }

  /// By the listeners of the gateways it hangs on, unless it only redirects.
  private boolean gatewayRoute(Place route, Trace trace) {
    Place parents = route.at("spec", "parentRefs");
    trace.read("encrypted", parents.reading());
    if (redirectsOnly(route)) {
      trace.read("encrypted", route.at("spec", "rules").reading());
      return true;
    }
    boolean encrypted = true;
    for (Place parent : WaysIn.list(parents)) {
      if (!WaysIn.text(parent.at("kind")).orElse("Gateway").equals("Gateway")) {
        continue;
      }
      String namespace = WaysIn.text(parent.at("namespace")).orElse(WaysIn.namespace(route));
      String name = WaysIn.text(parent.at("name")).orElse("");
      Optional<Place> gateway =
          objects.find(GatewayRoutes.GATEWAY, namespace, name).map(objects::place);
      if (gateway.isEmpty()) {
        trace.unknown("encrypted", absent(namespace + "/" + name));
      } else {
        Optional<Place> open = plaintext(gateway.get(), WaysIn.text(parent.at("sectionName")));
        open.ifPresent(listener -> trace.read("encrypted", parent.reading(), listener.reading()));
        encrypted &= open.isEmpty();
      }
    }
    return encrypted;
  }

  private Cause absent(String gateway) {
    return coverage
        .custom(GatewayRoutes.GATEWAY)
        .orElse(
            new Cause(
                Cause.Code.UNRESOLVED,
                "the gateway " + gateway + " is not in this snapshot; capture gateways"));
  }

  static boolean redirectsOnly(Place route) {
    List<Place> rules = WaysIn.list(route.at("spec", "rules"));
    return !rules.isEmpty()
        && rules.stream()
            .allMatch(
                rule ->
                    WaysIn.list(rule.at("backendRefs")).isEmpty()
                        && WaysIn.list(rule.at("filters")).stream()
                            .anyMatch(
                                filter ->
                                    WaysIn.text(filter.at("requestRedirect", "scheme"))
                                        .equals(Optional.of("https"))));
  }

  private static Optional<Place> plaintext(Place gateway, Optional<String> section) {
    return WaysIn.list(gateway.at("spec", "listeners")).stream()
        .filter(l -> section.isEmpty() || section.equals(WaysIn.text(l.at("name"))))
        .filter(l -> WaysIn.text(l.at("protocol")).orElse("").equals("HTTP"))
        .findFirst();
  }
}
