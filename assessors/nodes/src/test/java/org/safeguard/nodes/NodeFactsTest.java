package org.safeguard.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.Node;
import org.safeguard.model.fact.StorageClass;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.fact.VolumeClaim;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;

class NodeFactsTest {

  private static final String CLINIC =
      """
      apiVersion: v1
      kind: Node
      metadata: {name: ward-1, labels: {node-role.kubernetes.io/control-plane: ''}}
      spec: {taints: [{key: node-role.kubernetes.io/control-plane, effect: NoSchedule}]}
      status: {nodeInfo: {kubeletVersion: v1.36.1}}
      ---
      apiVersion: v1
      kind: Node
      metadata: {name: ward-2, labels: {topology.kubernetes.io/zone: east}}
      ---
      apiVersion: storage.k8s.io/v1
      kind: StorageClass
      metadata: {name: fast, annotations: {storageclass.kubernetes.io/is-default-class: 'true'}}
      provisioner: driver.longhorn.io
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: records, namespace: pharmacy}
      spec: {accessModes: [ReadWriteOnce]}
      ---
      apiVersion: v1
      kind: PersistentVolume
      metadata: {name: pv-1}
      spec: {hostPath: {path: /srv}, storageClassName: manual}
      ---
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {name: portal, namespace: outpatient}
      spec: {maxUnavailable: 0, selector: {matchLabels: {app: portal}}}
      ---
      apiVersion: v1
      kind: ResourceQuota
      metadata: {name: bounds, namespace: outpatient}
      spec: {hard: {cpu: 8, limits.memory: 32Gi}}
      status: {used: {cpu: 7900m}}
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: portal, namespace: outpatient}
      spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: portal}, maxReplicas: 4}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: kubelet-config, namespace: kube-system}
      data: {kubelet: 'readOnlyPort: 0'}
      """;

  private static List<String> text(List<Resource> resources) {
    return Given.text(Given.of(resources).version("1.36.2").facts().facts());
  }

  @Test
  void theOrderOfObjectsDoesNotMatter() {
    List<Resource> resources = Given.yaml(CLINIC).resources();
    List<String> expected = text(resources);
    Random random = new Random(7);
    for (int round = 0; round < 40; round++) {
      List<Resource> shuffled = new ArrayList<>(resources);
      Collections.shuffle(shuffled, random);

      assertEquals(expected, text(shuffled), "round " + round);
    }
  }

  @Test
  void everyReadingPointsIntoItsObject() {
    for (Fact fact : Given.yaml(CLINIC).facts().facts()) {
      for (var component : fact.getClass().getRecordComponents()) {
        fact.provenance()
            .readings(component.getName())
            .forEach(
                reading ->
                    assertEquals(
                        reading.pointer().lineIn(reading.resource().body()),
                        reading.line(),
                        fact + " " + component.getName() + " " + reading));
      }
    }
  }

  @Test
  void aRefusedListIsAGapAlsoBesideFacts() {
    Map<String, Cause> gaps =
        Given.yaml(CLINIC)
            .with(Coverage.FORBIDDEN, "Node")
            .with(Coverage.PARTIAL, "PersistentVolumeClaim")
            .facts()
            .gaps();

    assertEquals(Cause.Code.FORBIDDEN, gaps.get("Node").code());
    assertEquals(Cause.Code.NOT_CAPTURED, gaps.get("VolumeClaim").code());
    assertFalse(gaps.containsKey("StorageClass"));
  }

  @Test
  void aKindWithoutObjectsOrCoverageIsAGap() {
    Map<String, Cause> gaps =
        Given.yaml("{apiVersion: v1, kind: Namespace, metadata: {name: a}}").facts().gaps();

    for (String kind :
        List.of(
            "Node",
            "Kubelet",
            "StorageClass",
            "PersistentVolume",
            "VolumeClaim",
            "Autoscaler",
            "DisruptionBudget",
            "Quota",
            "References")) {
      assertTrue(gaps.containsKey(kind), kind);
    }
  }

  @Test
  void aClaimFollowsTheDefaultClass() {
    VolumeClaim claim = Given.yaml(CLINIC).facts(VolumeClaim.class).getFirst();

    assertEquals("fast", claim.storageClass());
    assertTrue(claim.hasClass());
    assertEquals("Delete", claim.reclaimPolicy());
    assertFalse(claim.encrypted());
  }

  @Test
  void encryptionIsUnknownWhereNothingSpeaksOfIt() {
    StorageClass unknown =
        Given.yaml(
                "{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: a},"
                    + " provisioner: nfs.example}")
            .facts(StorageClass.class)
            .getFirst();

    assertThrows(UnknownEvidenceException.class, unknown::encrypted);
  }

  @Test
  void aNodeWithoutAStatusTellsNothingButItsSpec() {
    Node node = Given.yaml(CLINIC).facts(Node.class).getLast();

    assertThrows(UnknownEvidenceException.class, node::kubeletVersion);
    assertThrows(UnknownEvidenceException.class, node::ready);
    assertThrows(UnknownEvidenceException.class, node::externalAddresses);
    assertTrue(node.takesWorkloads());
    assertEquals("east", node.zone());
  }
}
