package org.safeguard.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguard.model.snapshot.ResourceType;

/// The places of an object that change by themselves, as a tree that is walked beside the document.
final class Ignored {

  private static final String ANY = "*";

  /// Types whose objects come and go, or change, all the time.
  private static final Set<ResourceType> TYPES =
      Set.of(
          ResourceType.of("Event"),
          ResourceType.of("Event.events.k8s.io"),
          ResourceType.of("NodeMetrics.metrics.k8s.io"),
          ResourceType.of("PodMetrics.metrics.k8s.io"));

  private static final List<String> IN_ALL =
      List.of(
          "metadata resourceVersion",
          "metadata uid",
          "metadata generation",
          "metadata creationTimestamp",
          "metadata managedFields",
          "metadata selfLink",
          "metadata ownerReferences * uid",
          "metadata annotations control-plane.alpha.kubernetes.io/leader",
          "metadata annotations endpoints.kubernetes.io/last-change-trigger-time",
          "metadata annotations kubectl.kubernetes.io/last-applied-configuration",
          "status observedGeneration",
          "status conditions * observedGeneration",
          "status conditions * lastHeartbeatTime",
          "status conditions * lastProbeTime",
          "status conditions * lastTransitionTime",
          "status conditions * lastUpdateTime",
          "status readyReplicas",
          "status availableReplicas",
          "status unavailableReplicas",
          "status updatedReplicas",
          "status numberReady",
          "status numberAvailable",
          "status numberUnavailable",
          "status updatedNumberScheduled");

  private static final Map<String, List<String>> IN_KIND =
      Map.ofEntries(
          Map.entry(
              "Pod",
              List.of(
                  "status startTime",
                  "status podIP",
                  "status podIPs",
                  "status containerStatuses * containerID",
                  "status containerStatuses * restartCount",
                  "status containerStatuses * state",
                  "status containerStatuses * lastState",
                  "status initContainerStatuses * containerID",
                  "status initContainerStatuses * restartCount",
                  "status initContainerStatuses * state",
                  "status initContainerStatuses * lastState")),
          Map.entry(
              "Node", List.of("status images", "status volumesInUse", "status volumesAttached")),
          Map.entry("Lease.coordination.k8s.io", List.of("spec")),
          Map.entry(
              "CronJob.batch",
              List.of("status active", "status lastScheduleTime", "status lastSuccessfulTime")),
          Map.entry(
              "HorizontalPodAutoscaler.autoscaling",
              List.of("status currentMetrics", "status currentReplicas", "status lastScaleTime")),
          Map.entry(
              "PodDisruptionBudget.policy",
              List.of("status currentHealthy", "status disruptionsAllowed", "status expectedPods")),
          Map.entry("ResourceQuota", List.of("status used")),
          Map.entry(
              "Endpoints",
              List.of(
                  "subsets * addresses * targetRef resourceVersion",
                  "subsets * addresses * targetRef uid",
                  "subsets * notReadyAddresses * targetRef resourceVersion",
                  "subsets * notReadyAddresses * targetRef uid")),
          Map.entry(
              "EndpointSlice.discovery.k8s.io",
              List.of("endpoints * targetRef resourceVersion", "endpoints * targetRef uid")));

  /// Nothing below is ignored.
  static final Ignored NOTHING = new Ignored(Map.of(), false);

  private final Map<String, Ignored> steps;
  private final boolean whole;

  private Ignored(Map<String, Ignored> steps, boolean whole) {
    this.steps = steps;
    this.whole = whole;
  }

  /// Whether objects of this type are not compared at all.
  static boolean type(ResourceType type) {
    return TYPES.contains(type);
  }

  /// What is ignored in objects of a type.
  static Ignored in(ResourceType type) {
    Ignored root = new Ignored(new HashMap<>(), false);
    IN_ALL.forEach(root::add);
    IN_KIND.getOrDefault(type.toString(), List.of()).forEach(root::add);
    return root;
  }

  private void add(String path) {
    Ignored at = this;
    String[] keys = path.split(" ");
    for (int i = 0; i < keys.length; i++) {
      boolean last = i == keys.length - 1;
      at = at.steps.computeIfAbsent(keys[i], _ -> new Ignored(new HashMap<>(), last));
    }
  }

  /// What is ignored below a member.
  Ignored member(String key) {
    return steps.isEmpty() ? NOTHING : steps.getOrDefault(key, NOTHING);
  }

  /// What is ignored below an item of a sequence.
  Ignored item() {
    return member(ANY);
  }

  /// Whether this place is ignored with everything below.
  boolean isWhole() {
    return whole;
  }
}
