package org.safeguard.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.snapshot.Coverage;

class ResourceBoundsTest {

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: portal, namespace: outpatient}
      spec:
        template:
          spec:
            containers: [{name: app, image: nginx}]
      """;
  private static final String RANGE =
      """
      apiVersion: v1
      kind: LimitRange
      metadata: {name: bounds, namespace: outpatient}
      spec:
        limits:
          - type: Pod
            max: {memory: 8Gi}
          - type: Container
            default: {memory: 512Mi}
            max: {cpu: 2}
      """;

  @Test
  void theDefaultsOfTheNamespaceApplyToATemplate() {
    Container container = Given.yaml(DEPLOYMENT + "---\n" + RANGE).container();

    assertEquals("512Mi", container.memoryLimit());
    assertEquals("512Mi", container.memoryRequest());
    assertEquals("2", container.cpuLimit());
    assertEquals(
        "/spec/limits/1/default/memory:8 512Mi",
        Given.read(container.provenance(), "memoryLimit").replaceAll(":[0-9]+ ", ":8 "));
  }

  @Test
  void whatTheContainerSaysItselfWins() {
    String own = DEPLOYMENT.replace("nginx}", "nginx, resources: {limits: {memory: 1Gi}}}");

    assertEquals("1Gi", Given.yaml(own + "---\n" + RANGE).container().memoryLimit());
  }

  @Test
  void thePodsOwnBoundHoldsItsContainers() {
    String pod =
        DEPLOYMENT.replace(
            "    spec:\n      containers",
            "    spec:\n      resources: {limits: {memory: 2Gi}}\n      containers");

    assertEquals("2Gi", Given.yaml(pod).container().memoryLimit());
    assertEquals("2Gi", Given.yaml(pod).container().memoryRequest());
  }

  @Test
  void aPodThatWasMadeHasItsDefaultsAlready() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: portal, namespace: outpatient, uid: u1}
        spec: {containers: [{name: app, image: nginx}]}
        """;

    assertEquals("", Given.yaml(pod + "---\n" + RANGE).container().memoryLimit());
  }

  @Test
  void rangesOfOtherNamespacesDoNotApply() {
    String other = RANGE.replace("outpatient", "billing");

    assertEquals("", Given.yaml(DEPLOYMENT + "---\n" + other).container().memoryLimit());
  }

  @Test
  void refusedRangesLeaveItOpen() {
    Container container = Given.yaml(DEPLOYMENT).with(Coverage.FORBIDDEN, "LimitRange").container();
    UnknownEvidenceException unknown =
        assertThrows(UnknownEvidenceException.class, container::memoryLimit);

    assertEquals(Cause.Code.FORBIDDEN, unknown.evidenceCause().code());
  }
}
