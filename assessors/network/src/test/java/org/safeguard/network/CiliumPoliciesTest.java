package org.safeguard.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CiliumPoliciesTest {

  private static final String PODS =
      """
      {apiVersion: v1, kind: Namespace, metadata: {name: a, labels: {team: x}}}
      ---
      {apiVersion: v1, kind: Namespace, metadata: {name: b, labels: {team: y}}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: db, namespace: a, labels: {app: db}}, spec: {containers: [{name: c, image: i, ports: [{name: sql, containerPort: 5432}]}]}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: a, labels: {app: web}}, spec: {}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: b, labels: {app: web}}, spec: {}}
      ---
      """;

  private static Given policy(String spec) {
    return Given.yaml(
        PODS
            + "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: db, namespace: a}\n"
            + "spec: {endpointSelector: {matchLabels: {app: db}}, "
            + spec
            + "}\n");
  }

  private static List<String> toDatabase(String spec) {
    return policy(spec).rows().stream()
        .filter(row -> row.contains("=> a/db[Pod]"))
        .map(
            row ->
                row.replace("0.0.0.0-255.255.255.255[External]", "outside")
                    .replace(" => a/db[Pod]", ""))
        .toList();
  }

  @Test
  void endpointsAreThoseOfTheOwnNamespaceUnlessTheLabelsSayMore() {
    assertEquals(
        List.of("a/web[Pod] : TCP 5432"),
        toDatabase(
            "ingress: [{fromEndpoints: [{matchLabels: {app: web}}], toPorts: [{ports: [{port: '5432', protocol: TCP}]}]}]"));
    assertEquals(
        List.of("b/web[Pod] : All Connections"),
        toDatabase(
            "ingress: [{fromEndpoints: [{matchLabels: {'k8s:app': web, 'k8s:io.kubernetes.pod.namespace': b}}]}]"));
    assertEquals(
        List.of("b/web[Pod] : All Connections"),
        toDatabase(
            "ingress: [{fromEndpoints: [{matchLabels: {'k8s:io.cilium.k8s.namespace.labels.team': y}}]}]"));
    assertEquals(
        List.of("a/web[Pod] : All Connections"), toDatabase("ingress: [{fromEndpoints: [{}]}]"));
  }

  @Test
  void anEmptyRuleAllowsNobodyAndPortsAloneAllowAnybody() {
    assertEquals(List.of(), toDatabase("ingress: [{}]"));
    assertEquals(List.of(), toDatabase("ingress: [{fromEndpoints: []}]"));
    assertEquals(
        List.of("outside : TCP 5432", "a/web[Pod] : TCP 5432", "b/web[Pod] : TCP 5432"),
        toDatabase("ingress: [{toPorts: [{ports: [{port: sql, protocol: TCP}]}]}]"));
  }

  @Test
  void entitiesAndRangesAreTheOutside() {
    assertEquals(
        List.of("outside : All Connections"), toDatabase("ingress: [{fromEntities: [world]}]"));
    assertEquals(
        List.of("a/web[Pod] : All Connections", "b/web[Pod] : All Connections"),
        toDatabase("ingress: [{fromEntities: [cluster]}]"));
    assertEquals(
        List.of("10.0.0.0-10.255.255.255[External] : All Connections"),
        toDatabase("ingress: [{fromCIDRSet: [{cidr: 10.0.0.0/8}]}]"));
  }

  @Test
  void whatIsDeniedStaysDenied() {
    assertEquals(
        List.of("a/web[Pod] : All Connections"),
        toDatabase(
            "ingress: [{fromEntities: [all]}], ingressDeny: [{fromEntities: [world]}, {fromEndpoints:"
                + " [{matchLabels: {io.kubernetes.pod.namespace: b}}]}]"));
  }

  @Test
  void withoutRulesForADirectionItIsNotHeld() {
    assertEquals(3, toDatabase("egress: [{}]").size());
  }

  @Test
  void whatSpeaksOfNamesOrNodesIsNotAssessed() {
    for (String rule :
        List.of(
            "egress: [{toFQDNs: [{matchName: x.example}]}]", "egress: [{toEntities: [host]}]")) {
      Connectivity connectivity = policy(rule).connectivity();
      assertEquals(
          List.of("a/db[Pod] egress CiliumNetworkPolicy a/db"),
          connectivity.notAssessed().stream()
              .map(gap -> gap.workload() + " " + gap.direction() + " " + gap.policy())
              .toList());
    }
  }

  @Test
  void aPolicyOfTheClusterHoldsEveryNamespace() {
    String policy =
        "apiVersion: cilium.io/v2\nkind: CiliumClusterwideNetworkPolicy\nmetadata: {name: c}\n"
            + "spec: {endpointSelector: {matchLabels: {app: web}}, ingress: [{fromEndpoints: [{matchLabels: {app: db}}]}]}\n";
    assertEquals(
        List.of(
            "a/db[Pod] => a/web[Pod] : All Connections",
            "a/db[Pod] => b/web[Pod] : All Connections"),
        Given.yaml(PODS + policy).rows().stream()
            .filter(row -> row.contains("=> a/web") || row.contains("=> b/web"))
            .toList());
  }

  @Test
  void aPolicyForNodesHoldsNoPods() {
    String policy =
        "apiVersion: cilium.io/v2\nkind: CiliumClusterwideNetworkPolicy\nmetadata: {name: c}\n"
            + "spec: {nodeSelector: {}, ingress: [{fromEntities: [cluster]}]}\n";
    assertEquals(Given.yaml(PODS).rows(), Given.yaml(PODS + policy).rows());
    assertEquals(List.of(), Given.yaml(PODS + policy).connectivity().notAssessed());
  }

  @Test
  void anEmptyListOfRulesIsNotAssessed() {
    assertEquals(1, policy("ingress: []").connectivity().notAssessed().size());
  }
}
