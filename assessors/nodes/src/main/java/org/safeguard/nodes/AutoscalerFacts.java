package org.safeguard.nodes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Autoscaler;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// The facts about horizontal and vertical autoscalers.
final class AutoscalerFacts {

  private static final Set<String> RUNNING = Set.of("container", "sidecar");

  private final ClusterObjects objects;
  private final Map<String, Workload> workloads = new HashMap<>();
  private final Map<String, List<String>> byTarget = new TreeMap<>();
  private final @Nullable BigDecimal memory;
  private final @Nullable BigDecimal cpu;

  AutoscalerFacts(ClusterObjects objects, List<Workload> workloads) {
    this.objects = objects;
    for (Workload workload : workloads) {
      this.workloads.put(
          workload.namespace() + "/" + workload.kind() + "/" + workload.name(), workload);
    }
    for (Place place : places()) {
      byTarget.computeIfAbsent(identity(place), _ -> new ArrayList<>()).add(label(place));
    }
    memory = allocatable("memory");
    cpu = allocatable("cpu");
  }

  List<Autoscaler> facts(Map<String, Cause> gaps) {
    List<Autoscaler> facts = places().stream().map(this::fact).toList();
    KindGaps.note(gaps, "Autoscaler", facts, objects.coverages(), Kinds.AUTOSCALER);
    return facts;
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>(objects.placesOf(Kinds.AUTOSCALER));
    places.addAll(objects.placesOf(Kinds.VERTICAL_AUTOSCALER));
    return places;
  }

  private static Place target(Place object) {
    boolean vertical = object.resource().kind().equals(Kinds.VERTICAL_AUTOSCALER.kind());
    return object.at("spec", vertical ? "targetRef" : "scaleTargetRef");
  }

  private static String label(Place object) {
    return object.resource().kind() + "/" + object.resource().name();
  }

  private static String name(Place target) {
    return target.at("kind").text().orElse("") + "/" + target.at("name").text().orElse("");
  }

  private static String identity(Place object) {
    return ClusterObjects.namespace(object.resource()) + "/" + name(target(object));
  }

  private Autoscaler fact(Place object) {
    Place spec = object.at("spec");
    Place target = target(object);
    Trace trace = new Trace(object);
    Workload scaled = workloads.get(identity(object));
    trace.read("target", target.reading(name(target))).read("rivals", target.reading(name(target)));
    long most = trace.number("maxReplicas", spec.at("maxReplicas").number(), 0);
    return new Autoscaler(
        object.resource().kind(),
        ClusterObjects.namespace(object.resource()),
        object.resource().name(),
        name(target),
        targetExists(trace, object, target),
        trace.number("minReplicas", spec.at("minReplicas").number(), 1),
        most,
        byTarget.getOrDefault(identity(object), List.of()).stream()
            .filter(other -> !other.equals(label(object)))
            .toList(),
        replicasWritten(trace, scaled, target),
        withoutRequests(trace, object, scaled),
        fitsCluster(trace, object, scaled, most),
        trace.done());
  }

  private boolean targetExists(Trace trace, Place object, Place target) {
    String version = target.at("apiVersion").text().orElse("apps/v1");
    int slash = version.indexOf('/');
    ResourceType type =
        new ResourceType(
            slash < 0 ? "" : version.substring(0, slash), target.at("kind").text().orElse(""));
    trace.read("targetExists", target.reading(name(target)));
    if (workloads.containsKey(identity(object))
        || objects
            .find(
                type,
                ClusterObjects.namespace(object.resource()),
                target.at("name").text().orElse(""))
            .isPresent()) {
      return true;
    }
    trace.unknown("targetExists", objects.coverages().gap(type));
    return false;
  }

  /// Meaningful for manifests: in a running cluster the autoscaler itself writes the number.
  private boolean replicasWritten(Trace trace, @Nullable Workload scaled, Place target) {
    if (scaled == null) {
      trace
          .read("replicasWritten", target.reading(name(target)))
          .unknown("replicasWritten", absent(target));
      return false;
    }
    Place object = Templates.object(objects, scaled);
    Place replicas = object.at("spec", "replicas");
    trace.read("replicasWritten", replicas.reading());
    return replicas.isSet() && object.resource().uid() == null;
  }

  private static Cause absent(Place target) {
    return new Cause(
        Cause.Code.UNRESOLVED,
        name(target) + " is not in the snapshot; capture the workload that is scaled");
  }

  /// Utilisation is a share of the request, so that without one the autoscaler never acts.
  private List<String> withoutRequests(Trace trace, Place object, @Nullable Workload scaled) {
    Place metrics = object.at("spec", "metrics");
    trace.read("withoutRequests", metrics.reading());
    Set<String> wanted = new TreeSet<>();
    if (object.at("spec", "targetCPUUtilizationPercentage").isSet()) {
      wanted.add("cpu");
    }
    for (Place metric : metrics.objects().orElse(List.of())) {
      Place resource = metric.at("resource");
      boolean share =
          resource.at("target", "averageUtilization").isSet()
              || resource.at("targetAverageUtilization").isSet();
      if (share) {
        wanted.add(resource.at("name").text().orElse(""));
      }
    }
    if (wanted.isEmpty()) {
      return List.of();
    }
    if (scaled == null || !Known.is(scaled, "containers")) {
      trace.unknown("withoutRequests", absent(target(object)));
      return List.of();
    }
    return running(scaled).stream()
        .filter(container -> wanted.stream().anyMatch(what -> request(container, what).isEmpty()))
        .map(Container::name)
        .toList();
  }

  private static List<Container> running(Workload workload) {
    return Known.containers(workload).stream()
        .filter(container -> RUNNING.contains(container.type()))
        .toList();
  }

  private static Optional<BigDecimal> request(Container container, String what) {
    return switch (what) {
      case "cpu" ->
          Known.is(container, "cpuRequest") ? Quantity.of(container.cpuRequest()) : none();
      case "memory" ->
          Known.is(container, "memoryRequest") ? Quantity.of(container.memoryRequest()) : none();
      default -> Optional.of(BigDecimal.ZERO); // no container of ours measures it
    };
  }

  private static Optional<BigDecimal> none() {
    return Optional.empty();
  }

  private boolean fitsCluster(Trace trace, Place object, @Nullable Workload scaled, long most) {
    trace.read("fitsCluster", object.at("spec", "maxReplicas").reading());
    if (scaled == null) {
      trace.unknown("fitsCluster", absent(target(object)));
      return false;
    }
    if (memory == null || cpu == null) {
      trace.unknown(
          "fitsCluster",
          objects
              .coverages()
              .gap(Kinds.NODE)
              .orElseGet(
                  () ->
                      new Cause(
                          Cause.Code.NOT_CAPTURED,
                          "the nodes do not say what they have; capture them from the cluster")));
      return false;
    }
    BigDecimal copies = BigDecimal.valueOf(Math.max(most, 0));
    return sum(scaled, "cpu").multiply(copies).compareTo(cpu) <= 0
        && sum(scaled, "memory").multiply(copies).compareTo(memory) <= 0;
  }

  private static BigDecimal sum(Workload workload, String what) {
    return running(workload).stream()
        .map(container -> request(container, what).orElse(BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// What all nodes together give to pods; null where some node does not say.
  private @Nullable BigDecimal allocatable(String what) {
    BigDecimal sum = BigDecimal.ZERO;
    List<Place> nodes = objects.placesOf(Kinds.NODE);
    for (Place node : nodes) {
      Value<String> amount = node.at("status", "allocatable", what).quantity();
      Optional<BigDecimal> known = Quantity.of(amount.orElse(""));
      if (known.isEmpty()) {
        return null;
      }
      sum = sum.add(known.get());
    }
    boolean whole = KindGaps.whole(objects.coverages(), Kinds.NODE);
    return nodes.isEmpty() || !whole ? null : sum;
  }
}
