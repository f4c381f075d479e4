package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

final class NetworkCommandTest {

  private static final String PODS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: portal, namespace: clinic, labels: {app: portal}}
      spec: {containers: [{name: c, image: app}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: records, namespace: clinic, labels: {app: records}}
      spec: {containers: [{name: c, image: app}]}
      ---
      """;

  private static final String POLICY =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: records, namespace: clinic}
      spec:
        podSelector: {matchLabels: {app: records}}
        policyTypes: [Ingress, Egress]
        ingress:
        - from: [{podSelector: {matchLabels: {app: portal}}}]
          ports: [{port: 443}, {port: 5432}]
      """;

  private static final String UNSTATED =
      """
      ---
      apiVersion: crd.antrea.io/v1beta1
      kind: NetworkPolicy
      metadata: {name: more, namespace: clinic}
      spec: {}
      """;

  @Test
  void everyPairWithAConnectionIsALine() {
    assertEquals(
        new Cli(
            ExitStatus.DONE,
            """
            src,dst,conn
            0.0.0.0-255.255.255.255[External],clinic/portal[Pod],All Connections
            clinic/portal[Pod],0.0.0.0-255.255.255.255[External],All Connections
            clinic/portal[Pod],clinic/records[Pod],"TCP 443,5432"
            """,
            ""),
        Cli.fed(PODS + POLICY, "network", "-"));
  }

  @Test
  void whatIsNotAssessedIsLeftOutNamedAndStatusFour() throws Exception {
    Cli run = Cli.fed(PODS + POLICY + UNSTATED, "network", "-", "--format", "json");
    assertEquals(ExitStatus.INCOMPLETE, run.status());
    assertTrue(
        run.err()
            .startsWith(
                "safeguard: not assessed: connections of 2 workloads by NetworkPolicy clinic/more:"),
        run.err());
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertEquals("safeguard-network/1", json.get("schema").textValue());
    assertEquals(0, json.get("connections").size());
    assertEquals(4, json.get("notAssessed").size());
    assertEquals(
        "NetworkPolicy clinic/more", json.get("notAssessed").get(0).get("policy").textValue());
  }

  @Test
  void jsonHoldsTheSameLines() throws Exception {
    Cli run = Cli.fed(PODS + POLICY, "network", "-", "--format", "json");
    JsonNode connections = new ObjectMapper().readTree(run.out()).get("connections");
    assertEquals(3, connections.size());
    assertEquals("TCP 443,5432", connections.get(2).get("conn").textValue());
  }

  @Test
  void aGraphHasAFrameForEachNamespace() {
    Cli run = Cli.fed(PODS + POLICY, "network", "-", "--format", "dot");
    assertEquals(ExitStatus.DONE, run.status());
    assertTrue(run.out().startsWith("digraph {\n  subgraph \"cluster_clinic\" {\n"), run.out());
    assertTrue(
        run.out()
            .contains(
                "  \"clinic/portal[Pod]\" -> \"clinic/records[Pod]\" [label=\"TCP 443,5432\"]\n"),
        run.out());
  }

  @Test
  void namespacesWhoseLabelsMatterAndAreNotKnownAreNamed() {
    Cli run =
        Cli.fed(
            PODS
                + POLICY.replace(
                    "podSelector: {matchLabels: {app: portal}}}",
                    "namespaceSelector: {matchLabels: {team: x}}}"),
            "network",
            "-");
    assertEquals(ExitStatus.INCOMPLETE, run.status());
    assertTrue(run.err().contains("the sources do not hold these: clinic."), run.err());
  }

  @Test
  void anotherFormatIsWrongUsage() {
    assertEquals(ExitStatus.USAGE, Cli.fed(PODS, "network", "-", "--format", "svg").status());
    assertEquals(ExitStatus.USAGE, Cli.fed(PODS, "network", "-", "-").status());
  }
}
