package org.safeguard.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.GatewayListener;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// The facts about listeners of gateways, and about TLS options of ingress controllers.
final class Listeners {

  private static final ResourceType ISTIO = new ResourceType("networking.istio.io", "Gateway");
  private static final List<ResourceType> TRAEFIK =
      List.of(
          new ResourceType("traefik.io", "TLSOption"),
          new ResourceType("traefik.containo.us", "TLSOption"));
  private static final Pattern VERSION = Pattern.compile("TLS_?V?(?:ersion)?(\\d)(?:[._]?(\\d))?");

  private final ClusterObjects objects;
  private final PolicyCoverage coverage;
  private final List<GatewayListener> found = new ArrayList<>();

  Listeners(ClusterObjects objects, PolicyCoverage coverage) {
    this.objects = objects;
    this.coverage = coverage;
  }

  List<GatewayListener> facts() {
    for (Place gateway : objects.placesOf(GatewayRoutes.GATEWAY)) {
      WaysIn.list(gateway.at("spec", "listeners")).forEach(l -> gateway(gateway, l));
    }
    for (Place gateway : objects.placesOf(ISTIO)) {
      WaysIn.list(gateway.at("spec", "servers")).forEach(server -> istio(gateway, server));
    }
    for (ResourceType type : TRAEFIK) {
      for (Place options : objects.placesOf(type)) {
        options(options, "TLS options", options.at("spec", "minVersion"));
      }
    }
    for (Place map : objects.placesOf(Types.CONFIG_MAP)) {
      Place protocols = map.at("data", "ssl-protocols");
      if (protocols.isSet()) {
        options(map, "ssl-protocols", protocols);
      }
    }
    return found;
  }

  private void gateway(Place gateway, Place listener) {
    Trace trace = new Trace(listener);
    String protocol = trace.text("protocol", listener.at("protocol").text(), "");
    String name = WaysIn.text(listener.at("name")).orElse("");
    protocol(trace, listener.at("protocol"));
    add(
        gateway,
        name,
        protocol,
        !protocol.equals("HTTP"),
        protocol.equals("HTTP") && redirects(gateway, name, listener, trace),
        "",
        trace);
  }

  /// Whether TLS is taken follows from the protocol.
  private static void protocol(Trace trace, Place protocol) {
    trace.read("encrypted", protocol.reading());
    if (protocol.text() instanceof Value.Unreadable<String>(Place _, Cause cause)) {
      trace.unknown("encrypted", cause);
    }
  }

  /// Whether every route on a listener only redirects; one without routes serves nothing.
  private boolean redirects(Place gateway, String listener, Place place, Trace trace) {
    trace.read("redirects", place.reading());
    boolean all = true;
    for (Place route : objects.placesOf(GatewayRoutes.type("HTTPRoute"))) {
      if (hangsOn(route, gateway, listener) && !Publications.redirectsOnly(route)) {
        all = false;
        trace.read("redirects", place.reading(), route.at("spec", "rules").reading());
      }
    }
    if (all) {
      Optional<Cause> gap = coverage.custom(GatewayRoutes.type("HTTPRoute"));
      trace.unknown("redirects", gap);
    }
    return all;
  }

  private static boolean hangsOn(Place route, Place gateway, String listener) {
    return WaysIn.list(route.at("spec", "parentRefs")).stream()
        .anyMatch(
            parent ->
                WaysIn.text(parent.at("name")).equals(Optional.of(gateway.resource().name()))
                    && WaysIn.text(parent.at("namespace"))
                        .orElse(WaysIn.namespace(route))
                        .equals(WaysIn.namespace(gateway))
                    && WaysIn.text(parent.at("sectionName")).map(listener::equals).orElse(true));
  }

  private void istio(Place gateway, Place server) {
    Trace trace = new Trace(server);
    Place protocol = server.at("port", "protocol");
    String name = WaysIn.text(server.at("port", "name")).orElse("");
    String spoken = trace.text("protocol", protocol.text(), "").toUpperCase(Locale.ROOT);
    protocol(trace, protocol);
    Place redirect = server.at("tls", "httpsRedirect");
    boolean plain = List.of("HTTP", "HTTP2", "GRPC", "GRPC-WEB").contains(spoken);
    add(
        gateway,
        name,
        spoken,
        !plain,
        plain && trace.flag("redirects", redirect.flag(), false),
        version(trace, server.at("tls", "minProtocolVersion")),
        trace);
  }

  private void options(Place object, String name, Place versions) {
    Trace trace = new Trace(object);
    trace.read("encrypted", object.reading());
    add(object, name, "", true, false, version(trace, versions), trace);
  }

  /// The lowest of the versions that a text names, such as `1.2`; empty for none.
  private static String version(Trace trace, Place place) {
    String text = trace.text("minimumTls", place.text(), "").toUpperCase(Locale.ROOT);
    String lowest = "";
    Matcher matcher = VERSION.matcher(text.replace("VERSION", ""));
    while (matcher.find()) {
      String minor = matcher.group(2) == null ? "0" : matcher.group(2);
      String version = matcher.group(1) + "." + minor;
      if (lowest.isEmpty() || version.compareTo(lowest) < 0) {
        lowest = version;
      }
    }
    return lowest;
  }

  private void add(
      Place object,
      String name,
      String protocol,
      boolean encrypted,
      boolean redirects,
      String minimum,
      Trace trace) {
    found.add(
        new GatewayListener(
            object.resource().kind(),
            WaysIn.namespace(object),
            object.resource().name(),
            name,
            protocol,
            encrypted,
            redirects,
            minimum,
            trace.done()));
  }
}
