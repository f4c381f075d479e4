package org.safeguard.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.Coverage;

class FactGapsTest {

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec: {template: {spec: {containers: [{name: a, image: nginx}]}}}
      """;

  @Test
  void everyKindThatNobodyCapturedIsAGap() {
    Map<String, Cause> gaps =
        Given.yaml("{apiVersion: v1, kind: Node, metadata: {name: n}}").facts().gaps();
    assertEquals(
        Set.of(
            "Workload",
            "Container",
            "Namespace",
            "ServiceAccount",
            "Role",
            "Binding",
            "Service",
            "Ingress",
            "NetworkPolicy",
            "Secret",
            "ConfigMap"),
        gaps.keySet());
    assertEquals(
        new Cause(
            Cause.Code.NOT_CAPTURED,
            "ingresses are not in this snapshot; capture ingresses.networking.k8s.io"),
        gaps.get("Ingress"));
  }

  @Test
  void aWholeCaptureHasNoGapHoweverEmpty() {
    assertEquals(
        Map.of(),
        Given.yaml(DEPLOYMENT).whole().with(Coverage.CAPTURED, "Namespace").facts().gaps());
  }

  @Test
  void oneObjectOfAKindClosesItsGap() {
    Map<String, Cause> gaps =
        Given.yaml(DEPLOYMENT + "---\n{apiVersion: v1, kind: Service, metadata: {name: web}}")
            .facts()
            .gaps();
    assertEquals(
        Set.of(
            "Namespace",
            "ServiceAccount",
            "Role",
            "Binding",
            "Ingress",
            "NetworkPolicy",
            "Secret",
            "ConfigMap"),
        gaps.keySet());
  }

  @Test
  void aRefusedOrCutOffListIsAGapBesideTheObjectsThatAreHere() {
    Map<String, Cause> gaps =
        Given.yaml(DEPLOYMENT + "---\n{apiVersion: v1, kind: Service, metadata: {name: web}}")
            .with(Coverage.PARTIAL, "Service")
            .with(Coverage.FORBIDDEN, "CronJob.batch", "Secret")
            .with(Coverage.ABSENT, "Ingress.networking.k8s.io")
            .facts()
            .gaps();
    assertEquals(Cause.Code.NOT_CAPTURED, gaps.get("Service").code());
    assertEquals(Cause.Code.FORBIDDEN, gaps.get("Container").code());
    assertEquals(Cause.Code.FORBIDDEN, gaps.get("Secret").code());
    assertEquals(Cause.Code.ABSENT, gaps.get("Ingress").code());
  }

  @Test
  void aHiddenListOfContainersIsAGapOfContainers() {
    Map<String, Cause> gaps =
        Given.yaml(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec: {containers: "***HIDDEN***"}
                """)
            .whole()
            .with(Coverage.CAPTURED, "Namespace")
            .facts()
            .gaps();
    assertEquals(Set.of("Container"), gaps.keySet());
    assertEquals(Cause.Code.REDACTED, gaps.get("Container").code());
  }
}
