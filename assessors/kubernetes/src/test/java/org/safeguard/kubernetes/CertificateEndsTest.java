package org.safeguard.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.ConfigMap;
import org.safeguard.model.fact.Secret;

class CertificateEndsTest {

  private static final String TLS =
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: portal-tls, namespace: clinic, creationTimestamp: "2026-01-01T00:00:00Z"}
      type: kubernetes.io/tls
      """;

  @Test
  void withoutATimeOfCaptureNeitherAgeNorEndIsKnown() {
    Secret secret = Given.yaml(TLS).facts().secrets().getFirst();

    assertEquals(Cause.Code.NOT_CAPTURED, secret.provenance().unknown().get("daysOld").code());
    assertEquals(Cause.Code.REDACTED, secret.provenance().unknown().get("daysToExpiry").code());
  }

  @Test
  void ageAndEndAreCountedFromTheCapture() {
    Secret secret =
        Given.yaml(
                TLS
                    + """
                    ---
                    apiVersion: cert-manager.io/v1
                    kind: Certificate
                    metadata: {name: portal, namespace: clinic}
                    spec: {secretName: portal-tls}
                    status: {notAfter: "2026-03-01T00:00:00Z"}
                    """)
            .capturedAt("2026-02-19T12:00:00Z")
            .facts()
            .secrets()
            .getFirst();

    assertEquals(50, secret.daysOld());
    assertEquals(9, secret.daysToExpiry());
  }

  @Test
  void aPullSecretOfTheSameNameElsewhereIsANamesake() {
    String pull =
        "{apiVersion: v1, kind: Secret, metadata: {name: pull, namespace: %s}, type:"
            + " kubernetes.io/dockerconfigjson}\n---\n";
    List<Secret> secrets = Given.yaml(pull.formatted("a") + pull.formatted("b")).facts().secrets();

    assertEquals(
        List.of(List.of("b"), List.of("a")), secrets.stream().map(Secret::namesakes).toList());
  }

  @Test
  void aNameInAnArgumentOrACustomResourceIsAMention() {
    List<ConfigMap> maps =
        Given.yaml(
                """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: nginx-configuration, namespace: web}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: rules-1, namespace: web}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: left-over, namespace: web}}
                ---
                {apiVersion: example.org/v1, kind: Engine, metadata: {name: e, namespace: web}, spec: {rules: rules-1}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: p, namespace: web}, spec: {containers: [
                  {name: c, args: ["--configmap=$(NS)/nginx-configuration"]}]}}
                """)
            .whole()
            .facts()
            .configMaps();

    assertEquals(
        Set.of("nginx-configuration", "rules-1"),
        Set.copyOf(maps.stream().filter(ConfigMap::mentioned).map(ConfigMap::name).toList()));
  }
}
