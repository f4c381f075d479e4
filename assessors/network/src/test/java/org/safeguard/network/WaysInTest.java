package org.safeguard.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguard.model.snapshot.Coverage;

final class WaysInTest {

  private static final String PORTAL =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: portal, namespace: clinic, labels: {app: portal}}
      spec:
        containers:
        - {name: c, image: app, ports: [{name: web, containerPort: 8080}, {name: dns, containerPort: 53, protocol: UDP}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: portal, namespace: clinic}
      spec:
        selector: {app: portal}
        ports:
        - {name: http, port: 80, targetPort: web}
        - {name: admin, port: 81, targetPort: 9090}
        - {name: names, port: 53, protocol: UDP}
      ---
      """;

  private static List<String> published(String yaml) {
    return published(Given.yaml(PORTAL + yaml));
  }

  private static List<String> published(Given given) {
    return given.rows().stream().filter(row -> row.startsWith(Connectivity.CONTROLLER)).toList();
  }

  private static String line(String connections) {
    return "{ingress-controller} => clinic/portal[Pod] : " + connections;
  }

  private static String ingress(String port) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: portal, namespace: clinic}
    spec: {rules: [{http: {paths: [{path: /, backend: {service: {name: portal, port: {%s}}}}]}}]}
    ---
    """
        .formatted(port);
  }

  @Test
  void anIngressPublishesOnePortOfAService() {
    assertEquals(List.of(line("TCP 8080")), published(ingress("name: http")));
    assertEquals(List.of(line("TCP 9090")), published(ingress("number: 81")));
    assertEquals(List.of(), published(ingress("number: 53")));
    assertEquals(List.of(), published(ingress("number: 444")));
  }

  @Test
  void aRouteWithoutAPortPublishesEveryTcpPort() {
    String route =
        """
        apiVersion: route.openshift.io/v1
        kind: Route
        metadata: {name: portal, namespace: clinic}
        spec: {to: {kind: Service, name: portal}%s}
        """;
    assertEquals(List.of(line("TCP 8080,9090")), published(route.formatted("")));
    assertEquals(
        List.of(line("TCP 9090")), published(route.formatted(", port: {targetPort: 9090}")));
  }

  @Test
  void policiesLimitWhatTheControllerReaches() {
    String policy =
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: p, namespace: clinic}
        spec: {podSelector: {}, ingress: [%s]}
        """;
    assertEquals(
        List.of(),
        published(ingress("name: http") + policy.formatted("{from: [{podSelector: {}}]}")));
    assertEquals(
        List.of(line("TCP 8080")),
        published(ingress("name: http") + policy.formatted("{from: [{namespaceSelector: {}}]}")));
    assertEquals(
        List.of(), published(ingress("name: http") + policy.formatted("{ports: [{port: 9090}]}")));
  }

  private static String httpRoute(String namespace, String parent) {
    return """
    apiVersion: gateway.networking.k8s.io/v1
    kind: HTTPRoute
    metadata: {name: portal, namespace: %s}
    spec:
      parentRefs: [%s]
      rules: [{backendRefs: [{name: portal, namespace: clinic, port: 80}]}]
    ---
    """
        .formatted(namespace, parent);
  }

  @Test
  void aRouteOfAGatewayPublishesItsBackend() {
    assertEquals(List.of(line("TCP 8080")), published(httpRoute("clinic", "{name: g}")));
    assertEquals(List.of(), published(httpRoute("clinic", "{kind: Service, name: g}")));
  }

  @Test
  void aRouteOfAnotherNamespaceNeedsAGrant() {
    String grant =
        """
        apiVersion: gateway.networking.k8s.io/v1beta1
        kind: ReferenceGrant
        metadata: {name: g, namespace: clinic}
        spec:
          from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: %s}]
          to: [{group: '', kind: Service}]
        """;
    String route = httpRoute("edge", "{name: g}");
    assertEquals(List.of(line("TCP 8080")), published(route + grant.formatted("edge")));
    assertEquals(List.of(), published(route + grant.formatted("other")));
    assertEquals(
        List.of(),
        published(
            Given.yaml(PORTAL + route)
                .with(Coverage.CAPTURED, "ReferenceGrant.gateway.networking.k8s.io")));
    assertEquals(List.of(line("TCP 8080")), published(route));
  }
}
