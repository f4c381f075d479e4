package org.safeguard.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguard.model.snapshot.Coverage;

final class ConnectivityTest {

  private static final String ALL = "0.0.0.0-255.255.255.255[External]";

  private static String pod(String namespace, String name, String ports) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s, namespace: %s, labels: {app: %s}}
    spec: {containers: [{name: c, image: app, ports: [%s]}]}
    ---
    """
        .formatted(name, namespace, name, ports);
  }

  private static String namespace(String name, String labels) {
    return "{apiVersion: v1, kind: Namespace, metadata: {name: %s, labels: {%s}}}\n---\n"
        .formatted(name, labels);
  }

  private static String policy(String namespace, String app, String spec) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: p-%s, namespace: %s}
    spec: {podSelector: {matchLabels: {app: %s}}, %s}
    ---
    """
        .formatted(app, namespace, app, spec);
  }

  private static String admin(String kind, String spec) {
    return """
    apiVersion: policy.networking.k8s.io/v1alpha1
    kind: %s
    metadata: {name: cluster}
    spec: {%s}
    ---
    """
        .formatted(kind, spec);
  }

  @Test
  void withoutPoliciesEverybodyConnectsButNobodyToHimself() {
    assertEquals(
        List.of(
            ALL + " => a/one[Pod] : All Connections",
            ALL + " => b/two[Pod] : All Connections",
            "a/one[Pod] => " + ALL + " : All Connections",
            "a/one[Pod] => b/two[Pod] : All Connections",
            "b/two[Pod] => " + ALL + " : All Connections",
            "b/two[Pod] => a/one[Pod] : All Connections"),
        Given.yaml(pod("a", "one", "") + pod("b", "two", "")).rows());
  }

  @Test
  void namedPortsAreThoseOfTheDestination() {
    String ports =
        "{name: web, containerPort: 8080}, {name: web, containerPort: 53, protocol: UDP}";
    assertEquals(
        List.of("a/one[Pod] => a/two[Pod] : TCP 8080"),
        Given.yaml(
                pod("a", "one", "{name: web, containerPort: 99}")
                    + pod("a", "two", ports)
                    + policy(
                        "a",
                        "one",
                        "policyTypes: [Ingress, Egress], egress: [{to: [{podSelector: {}}], ports: [{port: web}]}]")
                    + policy("a", "two", "policyTypes: [Ingress, Egress], ingress: [{}]"))
            .rows()
            .stream()
            .filter(row -> !row.contains("External"))
            .toList());
  }

  @Test
  void protocolsAreSortedAndRangesMerged() {
    assertEquals(
        List.of("a/one[Pod] => a/two[Pod] : SCTP 80,TCP 80-90,443,UDP 53"),
        Given.yaml(
                pod("a", "one", "")
                    + pod("a", "two", "")
                    + policy(
                        "a",
                        "two",
                        "ingress: [{from: [{podSelector: {}}], ports: [{port: 80, endPort: 85}, {port: 86,"
                            + " endPort: 90}, {port: 443}, {port: 53, protocol: UDP}, {port: 80, protocol: SCTP}]}]")
                    + policy("a", "one", "policyTypes: [Ingress]"))
            .rows()
            .stream()
            .filter(row -> row.contains("=> a/two"))
            .toList());
  }

  @Test
  void theOutsideIsSplitByTheBlocksOfItsDirection() {
    assertEquals(
        List.of(
            ALL + " => a/one[Pod] : All Connections",
            "a/one[Pod] => 10.0.0.0-10.0.255.255[External] : UDP 53",
            "a/one[Pod] => 10.2.0.0-10.255.255.255[External] : UDP 53"),
        Given.yaml(
                pod("a", "one", "")
                    + policy(
                        "a",
                        "one",
                        "policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8, except:"
                            + " [10.1.0.0/16]}}], ports: [{protocol: UDP, port: 53}]}]"))
            .rows());
  }

  @Test
  void aNamespaceSelectorAndAPodSelectorMustBothHold() {
    String spec =
        "ingress: [{from: [{namespaceSelector: {matchExpressions: [{key: team, operator: In, values:"
            + " [x, y]}]}, podSelector: {matchLabels: {app: one}}}]}]";
    assertEquals(
        List.of("b/one[Pod] => a/three[Pod] : All Connections"),
        Given.yaml(
                namespace("a", "")
                    + namespace("b", "team: x")
                    + pod("a", "one", "")
                    + pod("b", "one", "")
                    + pod("b", "two", "")
                    + pod("a", "three", "")
                    + policy("a", "three", spec))
            .rows()
            .stream()
            .filter(row -> row.contains("=> a/three"))
            .toList());
  }

  @Test
  void adminPoliciesDecideFirstAndMayPassOn() {
    String pods =
        namespace("a", "team: a")
            + namespace("b", "team: b")
            + pod("a", "one", "")
            + pod("b", "two", "")
            + policy(
                "b",
                "two",
                "ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 80, endPort: 90}]}]");
    String rules =
        "priority: 5, subject: {namespaces: {matchLabels: {team: b}}}, ingress: ["
            + "{action: Deny, from: [{namespaces: {}}], ports: [{portNumber: {port: 80}}]},"
            + "{action: Pass, from: [{namespaces: {}}], ports: [{portRange: {start: 81, end: 200}}]},"
            + "{action: Deny, from: [{namespaces: {}}], ports: [{portNumber: {port: 85}}]},"
            + "{action: Allow, from: [{pods: {namespaceSelector: {}, podSelector: {}}}], ports: [{portNumber:"
            + " {port: 300, protocol: UDP}}]}]";
    assertEquals(
        List.of("a/one[Pod] => b/two[Pod] : TCP 81-90,UDP 300"),
        Given.yaml(pods + admin("AdminNetworkPolicy", rules)).rows().stream()
            .filter(row -> row.startsWith("a/one[Pod] => b/"))
            .toList());
  }

  @Test
  void theBaselineHoldsOnlyWhatNoPolicyHolds() {
    String rules =
        "subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {}}]}], egress:"
            + " [{action: Deny, to: [{networks: [0.0.0.0/0]}]}]";
    assertEquals(
        List.of(ALL + " => a/one[Pod] : All Connections", ALL + " => a/two[Pod] : All Connections"),
        Given.yaml(
                pod("a", "one", "")
                    + pod("a", "two", "")
                    + policy("a", "two", "ingress: [{}]")
                    + admin("BaselineAdminNetworkPolicy", rules))
            .rows());
  }

  @Test
  void aClusterNetworkPolicySaysAcceptAndNamesProtocols() {
    String policy =
        """
        apiVersion: policy.networking.k8s.io/v1alpha2
        kind: ClusterNetworkPolicy
        metadata: {name: tenants}
        spec:
          tier: Admin
          priority: 1
          subject: {namespaces: {}}
          ingress:
          - {action: Accept, from: [{namespaces: {}}], protocols: [{tcp: {destinationPort: {number: 443}}}, {udp: {}}]}
          - {action: Deny, from: [{namespaces: {}}]}
        """;
    assertEquals(
        List.of(
            "a/one[Pod] => a/two[Pod] : TCP 443,UDP 1-65535",
            "a/two[Pod] => a/one[Pod] : TCP 443,UDP 1-65535"),
        Given.yaml(pod("a", "one", "") + pod("a", "two", "") + policy).rows().stream()
            .filter(row -> !row.contains("External"))
            .toList());
  }

  @Test
  void nodesAreTheirAddresses() {
    String node =
        """
        apiVersion: v1
        kind: Node
        metadata: {name: n, labels: {zone: x}}
        status: {addresses: [{type: InternalIP, address: 10.0.0.7}, {type: Hostname, address: n}]}
        ---
        """;
    String rules =
        "priority: 1, subject: {namespaces: {}}, egress: [{action: Deny, to: [{nodes: {matchLabels: {zone: x}}}]}]";
    assertEquals(
        List.of(
            "a/one[Pod] => 0.0.0.0-10.0.0.6[External] : All Connections",
            "a/one[Pod] => 10.0.0.8-255.255.255.255[External] : All Connections"),
        Given.yaml(node + pod("a", "one", "") + admin("AdminNetworkPolicy", rules)).rows().stream()
            .filter(row -> row.startsWith("a/"))
            .toList());
    Connectivity unknown =
        Given.yaml(pod("a", "one", "") + pod("a", "two", "") + admin("AdminNetworkPolicy", rules))
            .connectivity();
    assertEquals(
        List.of(
            "a/one[Pod] => a/two[Pod] : All Connections",
            "a/two[Pod] => a/one[Pod] : All Connections"),
        Given.rows(unknown).stream().filter(row -> row.startsWith("a/")).toList());
    assertEquals(
        List.of(
            "a/one[Pod] egress AdminNetworkPolicy cluster",
            "a/two[Pod] egress AdminNetworkPolicy cluster"),
        gaps(unknown));
  }

  private static List<String> gaps(Connectivity connectivity) {
    return connectivity.notAssessed().stream()
        .map(gap -> gap.workload() + " " + gap.direction() + " " + gap.policy())
        .toList();
  }

  @Test
  void whatCannotBeStatedIsLeftOutAndNamed() {
    String bad = policy("a", "two", "ingress: [{from: [{ipBlock: {cidr: 'clinic.example'}}]}]");
    Connectivity connectivity =
        Given.yaml(pod("a", "one", "") + pod("a", "two", "") + bad).connectivity();
    assertEquals(List.of("a/two[Pod] ingress NetworkPolicy a/p-two"), gaps(connectivity));
    assertEquals(
        List.of(
            ALL + " => a/one[Pod] : All Connections",
            "a/one[Pod] => " + ALL + " : All Connections",
            "a/two[Pod] => " + ALL + " : All Connections",
            "a/two[Pod] => a/one[Pod] : All Connections"),
        Given.rows(connectivity));
  }

  @Test
  void aSelectorThatCannotBeReadLeavesTheNamespaceOpen() {
    String bad =
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: a}\n"
            + "spec: {podSelector: '***HIDDEN***'}\n---\n";
    Connectivity connectivity =
        Given.yaml(pod("a", "one", "") + pod("b", "two", "") + bad).connectivity();
    assertEquals(
        List.of(
            ALL + " => b/two[Pod] : All Connections",
            "b/two[Pod] => " + ALL + " : All Connections"),
        Given.rows(connectivity));
  }

  @Test
  void namespacesWithoutAnObjectAreNamedWhenTheirLabelsMatter() {
    String labels = "ingress: [{from: [{namespaceSelector: {matchLabels: {team: x}}}]}]";
    String name =
        "ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: b}}}]}]";
    String pods = pod("a", "one", "") + pod("b", "two", "");
    assertEquals(
        List.of("a", "b"),
        Given.yaml(pods + policy("a", "one", labels))
            .connectivity()
            .namespacesWithoutLabels()
            .stream()
            .filter(namespace -> namespace.length() == 1)
            .toList());
    Given byName = Given.yaml(pods + policy("a", "one", name));
    assertEquals(List.of(), byName.connectivity().namespacesWithoutLabels());
    assertEquals(
        List.of("b/two[Pod] => a/one[Pod] : All Connections"),
        byName.rows().stream().filter(row -> row.contains("=> a/one")).toList());
  }

  @Test
  void podsStandUnderTheControllerThatNobodyCaptured() {
    String pods =
        pod("a", "one", "")
            + """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web-1
              namespace: a
              ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, controller: true}]
            spec: {}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: web-2
              namespace: a
              ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, controller: true}]
            spec: {}
            """;
    assertEquals(
        List.of("a/one[Pod]", "a/web[ReplicaSet]"),
        Given.yaml(pods).connectivity().workloads().stream().map(Object::toString).toList());
  }

  @Test
  void coverageOfTypesDoesNotMatterToTheTable() {
    String pods = pod("a", "one", "") + pod("a", "two", "");
    assertEquals(
        Given.yaml(pods).rows(),
        Given.yaml(pods).with(Coverage.FORBIDDEN, "NetworkPolicy.networking.k8s.io").rows());
  }
}
