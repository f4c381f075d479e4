package org.safeguard.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.TemplateKind;

class MachinesTest {

  private static boolean admits(String node, String spec) {
    Given given =
        Given.yaml(
            """
            apiVersion: v1
            kind: Node
            metadata: {name: n, labels: {kubernetes.io/os: linux, zone: a, cores: "16"}}
            spec: {%s}
            ---
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: agent, namespace: x}
            spec: {template: {spec: {%s}}}
            """
                .formatted(node, spec));
    ClusterObjects objects = new ClusterObjects(given.snapshot());
    return Machines.admits(
        objects.placesOf(ResourceType.of("Node")).getFirst(),
        PodTemplate.of(
            TemplateKind.DAEMON_SET,
            objects.placesOf(ResourceType.of("DaemonSet.apps")).getFirst()));
  }

  private static String affinity(String key, String operator, String values) {
    return "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
        + " {nodeSelectorTerms: [{matchExpressions: [{key: "
        + key
        + ", operator: "
        + operator
        + ", values: "
        + values
        + "}]}]}}}";
  }

  private static final String TAINT = "taints: [{key: gpu, value: 'yes', effect: NoSchedule}]";

  @Test
  void aTaintKeepsOutUnlessItIsTolerated() {
    assertEquals(true, admits("", ""));
    assertEquals(false, admits(TAINT, ""));
    assertEquals(true, admits(TAINT, "tolerations: [{operator: Exists}]"));
    assertEquals(true, admits(TAINT, "tolerations: [{key: gpu, value: 'yes'}]"));
    assertEquals(false, admits(TAINT, "tolerations: [{key: gpu, value: 'no'}]"));
    assertEquals(
        false, admits(TAINT, "tolerations: [{key: gpu, operator: Exists, effect: NoExecute}]"));
  }

  @Test
  void aPreferenceAndTheStateOfTheNodeKeepNothingOut() {
    assertEquals(true, admits("taints: [{key: gpu, effect: PreferNoSchedule}]", ""));
    assertEquals(
        true, admits("taints: [{key: node.kubernetes.io/unschedulable, effect: NoSchedule}]", ""));
  }

  @Test
  void labelsAreSelectedAsTheSchedulerDoes() {
    assertEquals(true, admits("", "nodeSelector: {zone: a}"));
    assertEquals(false, admits("", "nodeSelector: {zone: b}"));
    assertEquals(true, admits("", affinity("zone", "In", "[a, b]")));
    assertEquals(false, admits("", affinity("zone", "NotIn", "[a]")));
    assertEquals(false, admits("", affinity("disk", "Exists", "[]")));
    assertEquals(true, admits("", affinity("disk", "DoesNotExist", "[]")));
    assertEquals(true, admits("", affinity("cores", "Gt", "['8']")));
    assertEquals(false, admits("", affinity("cores", "Lt", "['8']")));
  }
}
