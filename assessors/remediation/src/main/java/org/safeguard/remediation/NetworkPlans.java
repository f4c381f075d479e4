package org.safeguard.remediation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Ingress;
import org.safeguard.model.fact.IngressRoute;
import org.safeguard.model.fact.Namespace;
import org.safeguard.model.fact.Service;
import org.safeguard.model.fact.ServicePort;
import org.safeguard.model.fact.UnknownEvidenceException;

/// Network policies for the namespaces that deny nothing by default: everything is denied, and what
/// the objects show to be needed is allowed again. A connection that only the program knows of is
/// not seen, so a person has to look before they are applied.
///
/// @param facts of the cluster
record NetworkPlans(Facts facts) {

  private static final String MAYBE =
      """
      # The network policies of this namespace are not in the snapshot; look first which it has.
      """;

  private static final String DENY =
      """
      # Every namespace starts closed. What follows opens what services, ingresses and DNS show to
      # be needed; connections that only the programs know of have to be added by hand.
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: safeguard-default-deny
        namespace: %1$s
      spec:
        podSelector: {}
        policyTypes: ["Ingress", "Egress"]
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: safeguard-allow-dns
        namespace: %1$s
      spec:
        podSelector: {}
        policyTypes: ["Egress"]
        egress:
        - to:
          - namespaceSelector:
              matchLabels:
                kubernetes.io/metadata.name: kube-system
            podSelector:
              matchLabels:
                k8s-app: kube-dns
          ports:
          - port: 53
            protocol: UDP
          - port: 53
            protocol: TCP
      ---
      # Calls within the namespace may leave; who receives them decides on which ports.
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: safeguard-allow-calls-within
        namespace: %1$s
      spec:
        podSelector: {}
        policyTypes: ["Egress"]
        egress:
        - to:
          - podSelector: {}
      """;

  private static final String ALLOW =
      """
      ---
      # Service %2$s: %5$s
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: safeguard-allow-%2$s
        namespace: %1$s
      spec:
        podSelector:
          matchLabels:
      %3$s
        policyTypes: ["Ingress"]
        ingress:
        - from:
      %6$s
          ports:
      %4$s
      """;

  private static final String WITHIN = "    - podSelector: {}";
  private static final String EVERYWHERE = "    - namespaceSelector: {}";

  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    TreeSet<String> unseen = new TreeSet<>();
    facts.workloads().stream()
        .filter(workload -> !workload.systemComponent())
        .forEach(workload -> unseen.add(workload.namespace()));
    for (Namespace namespace : facts.namespaces()) {
      unseen.remove(namespace.name());
      if (!namespace.systemNamespace() && isOpen(namespace) && !isEmpty(namespace)) {
        files.put(file(namespace.name()), policies(namespace.name(), isKnown(namespace)));
      }
    }
    unseen.forEach(name -> files.put(file(name), policies(name, false)));
    return files;
  }

  private static boolean isOpen(Namespace namespace) {
    try {
      return !namespace.defaultDenyIngress() || !namespace.defaultDenyEgress();
    } catch (UnknownEvidenceException e) {
      return true; // policies that are not in the snapshot may be there; the file says so
    }
  }

  private static boolean isKnown(Namespace namespace) {
    return !namespace.provenance().unknown().containsKey("defaultDenyIngress")
        && !namespace.provenance().unknown().containsKey("defaultDenyEgress");
  }

  private static boolean isEmpty(Namespace namespace) {
    try {
      return namespace.workloads().isEmpty();
    } catch (UnknownEvidenceException e) {
      return true;
    }
  }

  private static String file(String namespace) {
    return "network/" + FileNames.safe(namespace) + ".yaml";
  }

  private String policies(String namespace, boolean known) {
    StringBuilder text = new StringBuilder(known ? "" : MAYBE);
    text.append(DENY.formatted(namespace));
    for (Service service : facts.services()) {
      if (service.namespace().equals(namespace)) {
        text.append(allowed(service));
      }
    }
    return text.toString();
  }

  private String allowed(Service service) {
    try {
      List<String> ports = new ArrayList<>();
      for (ServicePort port : service.ports()) {
        ports.add("    - port: " + target(port) + "\n      protocol: " + protocol(port));
      }
      if (service.selector().isEmpty() || ports.isEmpty()) {
        return "";
      }
      String labels =
          new TreeMap<>(service.selector())
              .entrySet().stream()
                  .map(e -> "      " + quoted(e.getKey()) + ": " + quoted(e.getValue()))
                  .collect(Collectors.joining("\n"));
      TreeSet<String> routes = ingresses(service);
      List<String> sources = sources(service, !routes.isEmpty());
      String why =
          routes.isEmpty()
              ? service.type() + " within the namespace"
              : "reached through ingress " + String.join(", ", routes);
      return ALLOW.formatted(
          service.namespace(),
          service.name(),
          labels,
          String.join("\n", ports),
          why,
          String.join("\n", sources));
    } catch (UnknownEvidenceException e) {
      return "---\n# Service " + service.name() + " could not be read whole; add what it needs.\n";
    }
  }

  private static List<String> sources(Service service, boolean routed) {
    List<String> sources = new ArrayList<>(List.of(WITHIN));
    if (routed) {
      sources.add("    # narrow this to the namespace of the ingress controller\n" + EVERYWHERE);
    }
    if (service.type().equals("LoadBalancer") || service.type().equals("NodePort")) {
      List<String> ranges = service.loadBalancerSourceRanges();
      for (String range : ranges.isEmpty() ? List.of("0.0.0.0/0") : ranges) {
        sources.add("    - ipBlock:\n        cidr: " + quoted(range.strip()));
      }
    }
    return sources;
  }

  private TreeSet<String> ingresses(Service service) {
    TreeSet<String> found = new TreeSet<>();
    for (Ingress ingress : facts.ingresses()) {
      if (ingress.namespace().equals(service.namespace())) {
        boolean routed =
            ingress.defaultBackend().equals(service.name())
                || ingress.routes().stream()
                    .map(IngressRoute::service)
                    .anyMatch(service.name()::equals);
        if (routed) {
          found.add(ingress.name());
        }
      }
    }
    return found;
  }

  /// A port number is a number in YAML, the name of a container's port is text.
  private static String target(ServicePort port) {
    String target = port.targetPort().isEmpty() ? String.valueOf(port.port()) : port.targetPort();
    return target.matches("[0-9]+") ? target : quoted(target);
  }

  private static String protocol(ServicePort port) {
    return port.protocol().isEmpty() ? "TCP" : port.protocol();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
