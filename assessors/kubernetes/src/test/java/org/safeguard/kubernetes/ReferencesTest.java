package org.safeguard.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Workload;

class ReferencesTest {

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: portal, namespace: clinic}
      spec:
        imagePullSecrets: [{name: pull}]
        volumes:
        - {name: a, secret: {secretName: tls, items: [{key: tls.key, path: k}]}}
        - {name: b, projected: {sources: [{configMap: {name: page, optional: true}}]}}
        containers:
        - name: web
          image: registry.example/portal:1
          envFrom: [{configMapRef: {name: settings}}]
          env:
          - {name: A, valueFrom: {secretKeyRef: {name: db, key: password}}}
      """;

  @Test
  void whatIsNeededAndNotThereIsNamedWithItsKey() {
    Workload workload =
        Given.yaml(
                POD
                    + """
                    ---
                    {apiVersion: v1, kind: Secret, metadata: {name: db, namespace: clinic}, data: {user: eA==}}
                    ---
                    {apiVersion: v1, kind: Secret, metadata: {name: tls, namespace: clinic}, data: {tls.key: eA==}}
                    ---
                    {apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: other}}
                    ---
                    {apiVersion: v1, kind: ConfigMap, metadata: {name: kube-root-ca.crt, namespace: clinic}}
                    """)
            .whole()
            .facts()
            .workloads()
            .getFirst();

    assertEquals(List.of("tls", "db"), workload.secrets());
    assertEquals(
        List.of("Secret/pull", "Secret/db password", "ConfigMap/settings"),
        workload.missingReferences());
  }

  @Test
  void withoutTheSecretsNobodyCanTellWhatIsMissing() {
    Workload workload = Given.yaml(POD).facts().workloads().getFirst();

    assertTrue(workload.provenance().unknown().containsKey("missingReferences"));
    assertFalse(workload.provenance().unknown().containsKey("secrets"));
  }

  @Test
  void aFolderOfManifestsDoesNotSayThatThereIsNoOtherSecret() {
    Workload workload =
        Given.yaml(
                POD
                    + "---\n{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: clinic}}\n"
                    + "---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace:"
                    + " clinic}}\n")
            .facts()
            .workloads()
            .getFirst();

    assertEquals(
        Cause.Code.NOT_CAPTURED, workload.provenance().unknown().get("missingReferences").code());
  }

  @Test
  void userIdsThatSeveralWorkloadsNameAreShared() {
    Facts facts =
        Given.yaml(
                """
                {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {securityContext: {runAsUser: 7}}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {containers: [{name: c, securityContext: {runAsUser: 7}}]}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: c}, spec: {securityContext: {runAsUser: 8}}}
                """)
            .whole()
            .facts();

    assertEquals(
        List.of(List.of("7"), List.of("7"), List.of()),
        facts.workloads().stream().map(Workload::sharedUserIds).toList());
  }

  @Test
  void theSizeOfAnImageIsWhatANodeTells() {
    Facts facts =
        Given.yaml(
                """
                {apiVersion: v1, kind: Node, metadata: {name: n}, status: {images: [
                  {names: ["docker.io/library/nginx:latest", "docker.io/library/nginx@sha256:00"], sizeBytes: 70}]}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: c, image: nginx}, {name: d, image: redis}]}}
                """)
            .facts();
    var containers = facts.workloads().getFirst().containers();

    assertEquals(Optional.of(70L), containers.getFirst().imageBytes());
    assertEquals(
        Cause.Code.UNRESOLVED, containers.get(1).provenance().unknown().get("imageBytes").code());
  }

  @Test
  void aSandboxForAgentsIsAWorkload() {
    Workload workload =
        Given.yaml(
                """
                apiVersion: extensions.agents.x-k8s.io/v1alpha1
                kind: SandboxTemplate
                metadata: {name: coder, namespace: agents}
                spec:
                  podTemplate:
                    spec:
                      runtimeClassName: gvisor
                      containers: [{name: agent, image: "registry.example/agent:1"}]
                """)
            .facts()
            .workloads()
            .getFirst();

    assertEquals("SandboxTemplate", workload.kind());
    assertEquals("gvisor", workload.runtimeClass());
    assertEquals(Set.of("agent"), Set.of(workload.containers().getFirst().name()));
  }
}
