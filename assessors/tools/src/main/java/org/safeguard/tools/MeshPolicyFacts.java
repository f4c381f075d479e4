package org.safeguard.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safeguard.model.fact.MeshPolicy;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// Policies and routes of meshes.
final class MeshPolicyFacts {

  static final List<String> TYPES =
      List.of(
          "PeerAuthentication.security.istio.io",
          "AuthorizationPolicy.security.istio.io",
          "DestinationRule.networking.istio.io",
          "Gateway.networking.istio.io",
          "VirtualService.networking.istio.io",
          "ServerAuthorization.policy.linkerd.io",
          "MeshTrafficPermission.kuma.io");

  private final Captured captured;
  private final String root;

  MeshPolicyFacts(Captured captured, String root) {
    this.captured = captured;
    this.root = root;
  }

  List<MeshPolicy> facts() {
    return TYPES.stream().flatMap(type -> captured.places(type).stream()).map(this::fact).toList();
  }

  private MeshPolicy fact(Place object) {
    Trace trace = new Trace(object);
    String kind = object.resource().kind();
    return new MeshPolicy(
        object.resource().namespace(),
        object.resource().name(),
        kind,
        product(object.resource().group()),
        scope(trace, object),
        mode(trace, object),
        allowsEveryone(trace, object),
        turnsTlsOff(trace, object),
        skipsVerification(trace, object),
        wildcardHosts(trace, object),
        servers(trace, "plainServers", object, MeshPolicyFacts::isPlain),
        servers(trace, "oldTls", object, MeshPolicyFacts::isOld),
        trace.done());
  }

  private static String product(String group) {
    return group.endsWith("istio.io") ? "Istio" : group.endsWith("linkerd.io") ? "Linkerd" : "Kuma";
  }

  private String scope(Trace trace, Place object) {
    Readings readings = new Readings(trace, "scope");
    Place selector = object.at("spec", "selector");
    readings.see(selector);
    boolean selects = !selector.at("matchLabels").each().isEmpty();
    boolean wide = ClusterObjects.namespace(object.resource()).equals(root);
    return readings.decide(selects ? "workload" : wide ? "mesh" : "namespace");
  }

  private static String mode(Trace trace, Place object) {
    if (!object.resource().kind().equals("PeerAuthentication")) {
      return "";
    }
    return trace
        .text("mode", object.at("spec", "mtls", "mode").text(), "UNSET")
        .toLowerCase(Locale.ROOT);
  }

  private static boolean allowsEveryone(Trace trace, Place object) {
    Readings readings = new Readings(trace, "allowsEveryone");
    return readings.decide(
        switch (object.resource().kind()) {
          case "AuthorizationPolicy" -> istioAllows(readings, object.at("spec"));
          case "ServerAuthorization" ->
              readings.take(object.at("spec", "client", "unauthenticated").flag(), false);
          case "MeshTrafficPermission" -> kumaAllows(readings, object.at("spec"));
          default -> false;
        });
  }

  /// A rule without a condition takes every request, and so does a source that stands for all.
  private static boolean istioAllows(Readings readings, Place spec) {
    String action = readings.take(spec.at("action").text(), "ALLOW");
    if (!action.equals("ALLOW")) {
      return false;
    }
    for (Place rule : readings.take(spec.at("rules").objects(), List.of())) {
      List<Place> from = rule.at("from").objects().orElse(List.of());
      boolean open = !rule.at("to").isSet() && !rule.at("when").isSet();
      if (open && (from.isEmpty() || from.stream().anyMatch(MeshPolicyFacts::isEveryone))) {
        readings.see(rule);
        return true;
      }
    }
    return false;
  }

  private static boolean isEveryone(Place from) {
    Place source = from.at("source");
    return source.each().isEmpty()
        || source.at("namespaces").texts().orElse(List.of()).contains("*")
        || source.at("ipBlocks").texts().orElse(List.of()).contains("0.0.0.0/0");
  }

  private static boolean kumaAllows(Readings readings, Place spec) {
    for (Place from : readings.take(spec.at("from").objects(), List.of())) {
      boolean all = from.at("targetRef", "kind").text().orElse("").equals("Mesh");
      boolean allow =
          from.at("default", "action").text().orElse("").toLowerCase(Locale.ROOT).equals("allow");
      if (all && allow) {
        readings.see(from);
        return true;
      }
    }
    return false;
  }

  private static boolean turnsTlsOff(Trace trace, Place object) {
    Readings readings = new Readings(trace, "turnsTlsOff");
    Optional<Place> off =
        switch (object.resource().kind()) {
          case "PeerAuthentication" -> peersOff(object);
          case "DestinationRule" -> tlsOff(object);
          default -> Optional.empty();
        };
    readings.see(off.orElse(object.at("spec")));
    return readings.decide(off.isPresent());
  }

  private static Optional<Place> peersOff(Place object) {
    List<Place> modes = new ArrayList<>();
    modes.add(object.at("spec", "mtls", "mode"));
    object.at("spec", "portLevelMtls").each().values().forEach(p -> modes.add(p.at("mode")));
    return modes.stream().filter(mode -> mode.text().orElse("").equals("DISABLE")).findFirst();
  }

  /// Where a destination rule turns TLS off, for all traffic, a port or a subset.
  static Optional<Place> tlsOff(Place rule) {
    return settings(rule).stream()
        .map(tls -> tls.at("mode"))
        .filter(mode -> mode.text().orElse("").equals("DISABLE"))
        .findFirst();
  }

  private static boolean skipsVerification(Trace trace, Place object) {
    Readings readings = new Readings(trace, "skipsVerification");
    for (Place tls : settings(object)) {
      if (readings.take(tls.at("insecureSkipVerify").flag(), false)) {
        return readings.decide(true);
      }
    }
    return readings.decide(false);
  }

  private static List<Place> settings(Place rule) {
    List<Place> found = new ArrayList<>();
    policy(rule.at("spec", "trafficPolicy"), found);
    for (Place subset : rule.at("spec", "subsets").objects().orElse(List.of())) {
      policy(subset.at("trafficPolicy"), found);
    }
    return found;
  }

  private static void policy(Place policy, List<Place> found) {
    found.add(policy.at("tls"));
    for (Place port : policy.at("portLevelSettings").objects().orElse(List.of())) {
      found.add(port.at("tls"));
    }
  }

  private static List<String> wildcardHosts(Trace trace, Place object) {
    Readings readings = new Readings(trace, "wildcardHosts");
    List<String> found = new ArrayList<>();
    if (object.resource().kind().equals("VirtualService")) {
      hosts(readings, object.at("spec", "hosts"), found);
    }
    if (object.resource().kind().equals("Gateway")) {
      for (Place server : readings.take(object.at("spec", "servers").objects(), List.of())) {
        hosts(readings, server.at("hosts"), found);
      }
    }
    return readings.decide(found);
  }

  private static void hosts(Readings readings, Place hosts, List<String> found) {
    for (String host : readings.take(hosts.texts(), List.of())) {
      if (host.substring(host.indexOf('/') + 1).equals("*")) {
        found.add(host);
      }
    }
  }

  private interface Test {
    boolean holds(Place server);
  }

  private static List<String> servers(Trace trace, String component, Place object, Test test) {
    if (!object.resource().kind().equals("Gateway")) {
      return List.of();
    }
    Readings readings = new Readings(trace, component);
    List<String> found = new ArrayList<>();
    for (Place server : readings.take(object.at("spec", "servers").objects(), List.of())) {
      if (test.holds(server)) {
        found.add(server.at("port", "number").quantity().orElse("?"));
        readings.see(server.at("port"));
      }
    }
    return readings.decide(found);
  }

  private static boolean isPlain(Place server) {
    String protocol = server.at("port", "protocol").text().orElse("").toUpperCase(Locale.ROOT);
    boolean http = protocol.equals("HTTP") || protocol.equals("HTTP2") || protocol.equals("GRPC");
    return http && !server.at("tls", "httpsRedirect").flag().orElse(false);
  }

  private static boolean isOld(Place server) {
    String version = server.at("tls", "minProtocolVersion").text().orElse("");
    return version.equals("TLSV1_0") || version.equals("TLSV1_1");
  }
}
