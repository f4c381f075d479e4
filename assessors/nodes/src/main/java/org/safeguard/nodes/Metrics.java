package org.safeguard.nodes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// What containers used when somebody captured the resource metrics.
final class Metrics {

  private static final ResourceType TYPE = new ResourceType("metrics.k8s.io", "PodMetrics");
  private static final BigDecimal NEARLY = new BigDecimal("0.9");

  private final Map<String, Place> byPod = new HashMap<>();

  Metrics(ClusterObjects objects) {
    for (Place metrics : objects.placesOf(TYPE)) {
      byPod.put(
          ClusterObjects.namespace(metrics.resource()) + "/" + metrics.resource().name(), metrics);
    }
  }

  List<String> nearLimit(Trace trace, Workload workload, List<Place> pods, Place object) {
    TreeSet<String> near = new TreeSet<>();
    List<Reading> where = new ArrayList<>();
    boolean measured = false;
    for (Place pod : pods) {
      Place metrics = byPod.get(workload.namespace() + "/" + pod.resource().name());
      if (metrics == null) {
        continue;
      }
      measured = true;
      for (Place used : metrics.at("containers").objects().orElse(List.of())) {
        String name = used.at("name").text().orElse("");
        Place memory = used.at("usage", "memory");
        if (isNear(memory, limit(workload, name))) {
          near.add(name);
          where.add(memory.reading());
        }
      }
    }
    trace.read("nearLimit", object.at("status").reading()).read("nearLimit", where);
    if (!measured) {
      trace.unknown(
          "nearLimit",
          new Cause(
              Cause.Code.NOT_CAPTURED,
              "what its pods use is not in this snapshot; look at the monitoring, or capture"
                  + " pods.metrics.k8s.io"));
    }
    return List.copyOf(near);
  }

  private static boolean isNear(Place memory, Optional<BigDecimal> limit) {
    Optional<BigDecimal> used = Quantity.of(memory.quantity().orElse(""));
    return used.isPresent()
        && limit.isPresent()
        && limit.get().signum() > 0
        && used.get().compareTo(limit.get().multiply(NEARLY)) > 0;
  }

  private static Optional<BigDecimal> limit(Workload workload, String container) {
    return Known.containers(workload).stream()
        .filter(one -> one.name().equals(container) && Known.is(one, "memoryLimit"))
        .findFirst()
        .map(Container::memoryLimit)
        .flatMap(Quantity::of);
  }
}
