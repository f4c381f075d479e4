package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Ingress;
import org.safeguard.model.fact.IngressRoute;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// The facts about ingresses.
final class IngressFacts {

  private static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";

  private final IngressViews ingresses;
  private final ServiceFacts services;

  IngressFacts(IngressViews ingresses, ServiceFacts services) {
    this.ingresses = ingresses;
    this.services = services;
  }

  List<Ingress> facts() {
    return ingresses.all().stream().map(this::fact).toList();
  }

  private Ingress fact(Place object) {
    Place spec = object.at("spec");
    Trace trace = new Trace(object);
    String namespace = ClusterObjects.namespace(object.resource());
    Place backend = IngressViews.defaultBackend(object);
    String defaultBackend = trace.text("defaultBackend", IngressViews.service(backend), "");
    List<String> tlsHosts = new ArrayList<>();
    List<String> tlsSecrets = new ArrayList<>();
    tls(trace, spec.at("tls"), tlsHosts, tlsSecrets);
    List<IngressRoute> routes = routes(trace, spec.at("rules"), spec.at("tls"), tlsHosts);
    Value<String> className =
        spec.at("ingressClassName")
            .text()
            .or(object.at("metadata", "annotations", CLASS_ANNOTATION).text());
    trace.read("ephi", spec.at("rules").reading());
    return new Ingress(
        namespace,
        object.resource().name(),
        trace.map("annotations", object.at("metadata", "annotations").textMap()),
        ephi(namespace, defaultBackend, routes),
        trace.text("className", className, ""),
        routes,
        tlsHosts,
        tlsSecrets,
        defaultBackend,
        trace.done());
  }

  private String ephi(String namespace, String defaultBackend, List<IngressRoute> routes) {
    Set<String> behind = new LinkedHashSet<>();
    behind.add(defaultBackend);
    for (IngressRoute route : routes) {
      if (!route.provenance().unknown().containsKey("service")) {
        behind.add(route.service());
      }
    }
    return Designations.merged(
        behind.stream()
            .flatMap(name -> services.designationsBehind(namespace, name).stream())
            .toList());
  }

  private static void tls(Trace trace, Place tls, List<String> hosts, List<String> secrets) {
    trace.list("tlsSecrets", tls.objects());
    for (Place entry : trace.list("tlsHosts", tls.objects())) {
      Value<List<String>> named = entry.at("hosts").texts();
      if (!(named instanceof Value.Absent)) {
        hosts.addAll(trace.list("tlsHosts", named));
      }
      Value<String> secret = entry.at("secretName").text();
      if (!(secret instanceof Value.Absent)) {
        secrets.add(trace.text("tlsSecrets", secret, ""));
      }
    }
  }

  private static List<IngressRoute> routes(
      Trace trace, Place rules, Place tls, List<String> tlsHosts) {
    List<IngressRoute> routes = new ArrayList<>();
    for (Place rule : trace.list("routes", rules.objects())) {
      Value<List<Place>> paths = rule.at("http", "paths").objects();
      if (paths instanceof Value.Unreadable<List<Place>>(Place _, Cause cause)) {
        trace.unknown("routes", cause);
      }
      for (Place path : paths.orElse(List.of())) {
        routes.add(route(rule, path, tls, tlsHosts));
      }
    }
    return routes;
  }

  private static IngressRoute route(Place rule, Place path, Place tls, List<String> tlsHosts) {
    Trace trace = new Trace(path);
    String host = trace.text("host", rule.at("host").text(), "");
    trace.read("tls", tls.isSet() ? tls.reading() : tls.absent("none"));
    if (tls.objects() instanceof Value.Unreadable<List<Place>>(Place _, Cause cause)) {
      trace.unknown("tls", cause);
    }
    return new IngressRoute(
        host,
        trace.text("path", path.at("path").text(), ""),
        trace.text("service", IngressViews.service(path.at("backend")), ""),
        covered(host, tls, tlsHosts),
        trace.done());
  }

  /// A TLS entry without hosts covers every host; `*.example.org` covers one more label.
  private static boolean covered(String host, Place tls, List<String> tlsHosts) {
    boolean any =
        tls.objects().orElse(List.of()).stream()
            .anyMatch(entry -> entry.at("hosts").texts().orElse(List.of()).isEmpty());
    int dot = host.indexOf('.');
    return any
        || tlsHosts.contains(host)
        || !host.startsWith("*") && dot > 0 && tlsHosts.contains("*" + host.substring(dot));
  }
}
