package org.safeguard.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.Cluster;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Namespace;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.snapshot.Coverage;

class ClusterTest {

  private static final String OBJECTS =
      """
      {apiVersion: v1, kind: Namespace, metadata: {name: empty}}
      ---
      {apiVersion: v1, kind: Node, metadata: {name: n}}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec: {template: {spec: {containers: [{name: a, image: nginx}, {name: b, image: quay.io/a/b}]}}}
      ---
      {apiVersion: v1, kind: ConfigMap, metadata: {name: m, namespace: clinic}}
      """;

  @Test
  void theClusterSumsUpTheSnapshot() {
    Cluster cluster = Given.yaml(OBJECTS).with(Coverage.FORBIDDEN, "Secret").facts().cluster();

    assertEquals(
        new Cluster(
            "",
            "manifests",
            1,
            List.of("clinic", "default", "empty"),
            List.of("ConfigMap", "Deployment.apps", "Namespace", "Node"),
            List.of("nginx", "quay.io/a/b"),
            List.of("docker.io", "quay.io"),
            Map.of(
                "ConfigMap", "captured",
                "Deployment.apps", "captured",
                "Namespace", "captured",
                "Node", "captured",
                "Secret", "forbidden"),
            cluster.provenance()),
        cluster);
    assertEquals("Cluster", cluster.provenance().resource().kind());
  }

  @Test
  void aNamespaceKnowsWhatIsInIt() {
    Facts facts =
        Given.yaml(
                """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: openshift-x
                  labels:
                    pod-security.kubernetes.io/enforce: restricted
                    pod-security.kubernetes.io/enforce-version: v1.31
                    pod-security.kubernetes.io/audit: baseline
                    pod-security.kubernetes.io/warn: privileged
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: p, namespace: openshift-x}}
                ---
                {apiVersion: v1, kind: ResourceQuota, metadata: {name: q, namespace: openshift-x}}
                """)
            .facts();
    Namespace namespace = facts.namespaces().getFirst();

    assertEquals(
        "restricted v1.31 baseline privileged [Pod/p] [q] true",
        String.join(
            " ",
            namespace.enforceLevel(),
            namespace.enforceVersion(),
            namespace.auditLevel(),
            namespace.warnLevel(),
            namespace.workloads().toString(),
            namespace.resourceQuotas().toString(),
            String.valueOf(namespace.systemNamespace())));
    assertThrows(UnknownEvidenceException.class, namespace::limitRanges);
    assertThrows(UnknownEvidenceException.class, namespace::defaultDenyIngress);
  }

  @Test
  void aNamespaceWithoutAnObjectHasNoFact() {
    assertEquals(
        List.of("empty"),
        Given.yaml(OBJECTS).facts().namespaces().stream().map(Namespace::name).toList());
  }
}
