package org.safeguard.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.MeshProtection;
import org.safeguard.model.fact.Service;
import org.safeguard.model.fact.Workload;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.Selector;
import org.safeguard.objects.TemplateKind;
import org.safeguard.objects.Trace;

/// How a mesh protects each workload.
final class MeshFacts {

  private static final String RULE = "DestinationRule.networking.istio.io";
  private static final List<String> AUTHORIZATION =
      List.of("AuthorizationPolicy.security.istio.io");

  /// Annotations that lead traffic past the proxy.
  private static final List<String> BYPASSES =
      List.of(
          "traffic.sidecar.istio.io/excludeInboundPorts",
          "traffic.sidecar.istio.io/excludeOutboundPorts",
          "traffic.sidecar.istio.io/excludeOutboundIPRanges",
          "config.linkerd.io/skip-inbound-ports",
          "config.linkerd.io/skip-outbound-ports",
          "config.linkerd.io/skip-subnets",
          "consul.hashicorp.com/transparent-proxy-exclude-inbound-ports",
          "consul.hashicorp.com/transparent-proxy-exclude-outbound-ports",
          "consul.hashicorp.com/transparent-proxy-exclude-outbound-cidrs",
          "traffic.kuma.io/exclude-inbound-ports",
          "traffic.kuma.io/exclude-outbound-ports");

  private final Captured captured;
  private final ToolSearch.Result found;
  private final Membership membership;
  private final IstioMode istio;
  private final OtherMeshModes others;
  private final List<String> running;
  private final @Nullable Cause meshGap;

  MeshFacts(Captured captured, ToolSearch.Result found, Pods pods) {
    this.captured = captured;
    this.found = found;
    this.membership = new Membership(captured.objects(), pods);
    this.istio = new IstioMode(captured, root(captured, found), rootGap(captured, found));
    this.others = new OtherMeshModes(captured);
    this.running =
        found.doing("mesh").stream()
            .filter(Finding::isStrong)
            .map(finding -> finding.product().name())
            .toList();
    this.meshGap = running.isEmpty() ? found.gap().orElse(null) : null;
  }

  /// The facts of all workloads but the platform's and the mesh's own; none where nothing speaks of
  /// a mesh.
  List<MeshProtection> facts() {
    List<MeshProtection> facts = new ArrayList<>();
    boolean any = !found.doing("mesh").isEmpty();
    for (Workload workload : captured.known().workloads()) {
      Optional<PodTemplate> template = template(workload);
      if (template.isEmpty() || workload.systemComponent() || isOfMesh(workload)) {
        continue;
      }
      Membership.Answer member = membership.of(template.get());
      any = any || !member.product().isEmpty();
      facts.add(fact(workload, template.get(), member));
    }
    return any ? facts : List.of();
  }

  /// Why there may be a mesh that nothing here speaks of.
  Optional<Cause> gap(List<MeshProtection> facts) {
    return facts.isEmpty()
        ? Optional.ofNullable(meshGap)
        : captured
            .objects()
            .workloadGap()
            .filter(_ -> captured.known().gaps().containsKey("Workload"));
  }

  private Optional<PodTemplate> template(Workload workload) {
    return TemplateKind.of(workload.provenance().resource().type())
        .map(
            kind ->
                PodTemplate.of(kind, captured.objects().place(workload.provenance().resource())));
  }

  private boolean isOfMesh(Workload workload) {
    return found.doing("mesh").stream().anyMatch(mesh -> mesh.workloads().contains(workload));
  }

  private MeshProtection fact(Workload workload, PodTemplate template, Membership.Answer member) {
    Trace trace = new Trace(template.object());
    String product = product(member);
    membership(trace, member);
    IstioMode.Answer mode = mode(trace, template, member, product);
    List<String> bypasses = bypasses(trace, template);
    boolean inboundBypass =
        bypasses.stream().anyMatch(b -> b.toLowerCase(Locale.ROOT).contains("inbound"));
    boolean strict =
        member.isMember()
            && mode.mode().equals("strict")
            && mode.weakerPorts().isEmpty()
            && !inboundBypass;
    trace.read("meshFound", template.object().reading(String.join(", ", running)));
    trace.read("encrypted", template.object().reading(mode.mode()));
    trace.unknown("meshFound", Optional.ofNullable(meshGap));
    return new MeshProtection(
        workload.namespace(),
        workload.name(),
        workload.kind(),
        Answers.orElse(workload, Workload::ephi, "unknown"),
        product,
        !running.isEmpty(),
        Answers.orElse(workload, Workload::hostNetwork, false),
        member.state(),
        member.isMember(),
        mode.mode(),
        mode.decidedBy(),
        mode.weakerPorts(),
        bypasses,
        plainClients(trace, workload, product),
        authorizations(trace, template, product),
        strict,
        trace.done());
  }

  private String product(Membership.Answer member) {
    return member.product().isEmpty() && running.size() == 1
        ? running.getFirst()
        : member.product();
  }

  private static void membership(Trace trace, Membership.Answer member) {
    trace.read("membership", member.where().reading()).unknown("membership", member.gap());
    trace.read("member", member.where().reading());
    if (!member.seen()) {
      trace.unknown("member", member.gap());
    }
    if (member.state().equals("declared")) {
      trace.unknown("member", DECLARED).unknown("encrypted", DECLARED);
    }
    trace.unknown("encrypted", member.gap());
  }

  private static final Cause DECLARED =
      new Cause(
          Cause.Code.NOT_CAPTURED,
          "labels ask for a proxy, and no pod of the workload is in this snapshot; capture the"
              + " pods, which show whether the proxy is there");

  private IstioMode.Answer mode(
      Trace trace, PodTemplate template, Membership.Answer member, String product) {
    boolean inside = member.isMember() || member.state().equals("declared");
    if (!inside) {
      trace.read("mode", member.where().reading()).unknown("mode", member.gap());
      trace.read("weakerPorts", member.where().reading());
      return new IstioMode.Answer("none", "", List.of(), List.of(), Optional.empty());
    }
    IstioMode.Answer answer =
        product.equals("Istio")
            ? istio.of(template.namespace(), template.podLabels().orElse(Map.of()))
            : others.of(product, template);
    for (String component : List.of("mode", "decidedBy", "weakerPorts")) {
      trace.read(component, answer.seen().stream().map(Place::reading).toList());
      trace.unknown(component, answer.gap());
    }
    if (member.isMember() && answer.gap().isPresent()) {
      trace.unknown("encrypted", answer.gap());
    }
    return answer;
  }

  private static List<String> bypasses(Trace trace, PodTemplate template) {
    Readings readings = new Readings(trace, "bypasses");
    List<String> found = new ArrayList<>();
    Place annotations = template.template().at("metadata", "annotations");
    readings.see(annotations);
    for (String key : BYPASSES) {
      Place place = annotations.at(key);
      if (place.isSet() && !readings.take(place.quantity(), "").isBlank()) {
        found.add(key + "=" + place.quantity().orElse(""));
      }
    }
    return readings.decide(found);
  }

  /// Destination rules that make clients speak plain text to the workload's services.
  private List<String> plainClients(Trace trace, Workload workload, String product) {
    if (!product.equals("Istio")) {
      return List.of();
    }
    Readings readings = new Readings(trace, "plainClients");
    List<String> found = new ArrayList<>();
    List<String> hosts = hosts(workload);
    for (Place rule : captured.places(RULE)) {
      Optional<Place> off = MeshPolicyFacts.tlsOff(rule);
      String host = rule.at("spec", "host").text().orElse("");
      String namespace = ClusterObjects.namespace(rule.resource());
      if (off.isPresent() && hosts.stream().anyMatch(h -> stands(host, namespace, h))) {
        found.add(namespace + "/" + rule.resource().name());
        readings.see(off.get());
      }
    }
    boolean some =
        captured.places(RULE).stream().anyMatch(r -> MeshPolicyFacts.tlsOff(r).isPresent());
    if (found.isEmpty()) {
      Optional<Cause> services = some ? captured.gap("Service") : Optional.empty();
      trace.unknown("plainClients", captured.gap(RULE).or(() -> services));
    }
    return readings.decide(found);
  }

  private List<String> hosts(Workload workload) {
    String label = workload.kind() + "/" + workload.name();
    return captured.known().services().stream()
        .filter(service -> service.namespace().equals(workload.namespace()))
        .filter(
            service ->
                Answers.orElse(service, Service::workloads, List.<String>of()).contains(label))
        .map(service -> service.name() + "." + service.namespace() + ".svc.cluster.local")
        .toList();
  }

  /// Whether the host of a rule stands for a service: short names belong to the rule's namespace,
  /// and a leading asterisk stands for everything before the rest.
  static boolean stands(String host, String namespace, String service) {
    if (host.startsWith("*")) {
      return service.endsWith(host.substring(1));
    }
    String full =
        host.contains(".")
            ? host.endsWith(".svc.cluster.local") ? host : host + ".svc.cluster.local"
            : host + "." + namespace + ".svc.cluster.local";
    return full.equals(service) || (host + ".cluster.local").equals(service);
  }

  private List<String> authorizations(Trace trace, PodTemplate template, String product) {
    Readings readings = new Readings(trace, "authorizationPolicies");
    List<String> found = new ArrayList<>();
    Map<String, String> labels = template.podLabels().orElse(Map.of());
    List<String> types =
        product.equals("Linkerd") ? List.of("Server.policy.linkerd.io") : AUTHORIZATION;
    for (String type : types) {
      for (Place policy : captured.places(type)) {
        if (holds(policy, template.namespace(), labels)) {
          found.add(IstioMode.label(policy));
          readings.see(policy.at("spec"));
        }
      }
      if (found.isEmpty() && !product.isEmpty()) {
        trace.unknown("authorizationPolicies", captured.gap(type));
      }
    }
    return readings.decide(found);
  }

  private boolean holds(Place policy, String namespace, Map<String, String> labels) {
    String own = ClusterObjects.namespace(policy.resource());
    boolean here = own.equals(namespace) || own.equals(root(captured, found));
    Place selector =
        policy.at("spec", "podSelector").isSet()
            ? policy.at("spec", "podSelector")
            : policy.at("spec", "selector");
    return here
        && Selector.read(selector).orElse(new Selector(Map.of(), List.of())).matches(labels);
  }

  /// Why the root namespace may be another one.
  private static Optional<Cause> rootGap(Captured captured, ToolSearch.Result found) {
    boolean told =
        captured.places("ConfigMap").stream()
            .anyMatch(map -> map.resource().name().equals("istio"));
    return told || !found.runs("Istio") ? Optional.empty() : captured.gap("ConfigMap");
  }

  /// The root namespace of Istio: as its settings say, else where its control plane runs.
  static String root(Captured captured, ToolSearch.Result found) {
    String control =
        found
            .of("Istio")
            .flatMap(istio -> istio.workloads().stream().findFirst())
            .map(Workload::namespace)
            .orElse("istio-system");
    for (Place map : captured.places("ConfigMap")) {
      boolean settings =
          map.resource().name().equals("istio") && map.resource().namespace().equals(control);
      if (settings) {
        for (String line : map.at("data", "mesh").text().orElse("").lines().toList()) {
          if (line.startsWith("rootNamespace:")) {
            return line.substring(line.indexOf(':') + 1).replace("\"", "").strip();
          }
        }
      }
    }
    return control;
  }
}
