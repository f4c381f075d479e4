package org.safeguard.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.ConfigMap;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Secret;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

class StoredFactsTest {

  private static final String POD =
      """
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        imagePullSecrets: [{name: pull}]
        volumes:
        - {name: a, secret: {secretName: s}}
        - {name: b, projected: {sources: [{configMap: {name: m}}]}}
        containers:
        - {name: c, env: [{name: X, valueFrom: {configMapKeyRef: {name: m2, key: k}}}]}
        initContainers:
        - {name: i, envFrom: [{secretRef: {name: s2}}]}
      """;

  @Test
  void aSecretIsItsNamesAndUsersButNoValue() {
    Facts facts =
        Given.yaml(
                """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: s
                  creationTimestamp: "2026-01-02T03:04:05Z"
                  annotations: {kubernetes.io/service-account.name: app}
                type: kubernetes.io/service-account-token
                immutable: true
                data: {token: c2VjcmV0, ca.crt: eA==}
                stringData: {token: x, extra: y}
                """
                    + POD)
            .facts();
    Secret secret = facts.secrets().getFirst();
    Secret expected =
        new Secret(
            "default",
            "s",
            "kubernetes.io/service-account-token",
            List.of("token", "ca.crt", "extra"),
            true,
            "2026-01-02T03:04:05Z",
            Map.of("kubernetes.io/service-account.name", "app"),
            "app",
            List.of("Pod/web"),
            true,
            0,
            0,
            true,
            List.of(),
            secret.provenance());

    assertEquals(List.of(expected), facts.secrets());
    assertEquals(
        "/data/token:9 (value dropped)",
        Given.read(facts.secrets().getFirst().provenance(), "valuesInSource"));
  }

  @Test
  void whatWasMaskedBeforeWasNotInClear() {
    assertTrue(inClear("secret value, was in clear"));
    assertFalse(inClear("secret value"));
    assertFalse(inClear("secret value, a certificate"));
  }

  private static boolean inClear(String reason) {
    ObjectNode secret =
        Given.yaml("{apiVersion: v1, kind: Secret, metadata: {name: s}}")
            .resources()
            .getFirst()
            .body();
    ObjectNode.Builder body = ObjectNode.builder(1);
    secret.each(body::put);
    body.put(
        "data", ObjectNode.builder(2).put("k", new ScalarNode(new Redacted(reason), 3)).build());
    return Given.of(List.of(Given.resource(body.build())))
        .facts()
        .secrets()
        .getFirst()
        .valuesInSource();
  }

  @Test
  void aConfigMapWithCredentialsNamesTheirKeys() {
    ConfigMap map =
        Given.yaml(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: m, namespace: clinic}
                data:
                  level: debug
                  db.password: hunter2
                  app.properties: |
                    a=b
                    api.token=abc123
                  key.pem: |
                    -----BEGIN EC PRIVATE KEY-----
                binaryData: {blob: AAAA}
                """)
            .whole()
            .facts()
            .configMaps()
            .getFirst();

    assertEquals(
        new ConfigMap(
            "clinic",
            "m",
            List.of("level", "db.password", "app.properties", "key.pem", "blob"),
            false,
            List.of("db.password", "app.properties", "key.pem"),
            List.of("key.pem"),
            List.of(),
            false,
            map.provenance()),
        map);
    assertEquals(
        "/data/db.password:6 (value hidden)", Given.read(map.provenance(), "credentialKeys"));
  }

  @Test
  void aRedactedEntryHidesTheAnswerOnlyWhereNoOtherGivesIt() {
    String map =
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: m}, data: {a: \"***HIDDEN***\", b: %s}}";
    ConfigMap hidden = Given.yaml(map.formatted("x")).facts().configMaps().getFirst();
    ConfigMap found =
        Given.yaml(map.formatted("AKIAIOSFODNN7EXAMPLE")).facts().configMaps().getFirst();

    assertThrows(UnknownEvidenceException.class, hidden::credentialKeys);
    assertEquals(List.of("b"), found.credentialKeys());
  }

  @Test
  void everyWayToUseIsSeen() {
    String named = "---\n{apiVersion: v1, kind: %s, metadata: {name: %s}}\n";
    Facts facts =
        Given.yaml(
                POD.substring(4)
                    + named.formatted("Secret", "pull")
                    + named.formatted("Secret", "s")
                    + named.formatted("Secret", "s2")
                    + named.formatted("Secret", "unused")
                    + named.formatted("ConfigMap", "m")
                    + named.formatted("ConfigMap", "m2"))
            .facts();

    assertEquals(
        List.of("pull [Pod/web]", "s [Pod/web]", "s2 [Pod/web]", "unused []"),
        facts.secrets().stream().map(s -> s.name() + " " + s.workloads()).toList());
    assertEquals(
        List.of("m [Pod/web]", "m2 [Pod/web]"),
        facts.configMaps().stream().map(m -> m.name() + " " + m.workloads()).toList());
  }

  @Test
  void thatNobodyUsesASecretIsKnownOnlyWithThePods() {
    Secret secret =
        Given.yaml("{apiVersion: v1, kind: Secret, metadata: {name: s}}")
            .facts()
            .secrets()
            .getFirst();

    assertThrows(UnknownEvidenceException.class, secret::workloads);
  }

  @Test
  void aConfigMapWhoseDataIsHiddenMayHoldACredential() {
    ConfigMap map =
        Given.yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: m}, data: '***HIDDEN***'}")
            .facts()
            .configMaps()
            .getFirst();

    assertThrows(UnknownEvidenceException.class, map::credentialKeys);
    assertThrows(UnknownEvidenceException.class, map::privateKeyKeys);
  }
}
