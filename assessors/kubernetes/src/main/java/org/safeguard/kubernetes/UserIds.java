package org.safeguard.kubernetes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.safeguard.model.fact.Reading;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// Which user ids several workloads name. Files and processes of one are those of the other as far
/// as the kernel of a node can tell.
final class UserIds {

  private final ClusterObjects objects;
  private final Map<Long, Set<PodTemplate>> users = new HashMap<>();

  UserIds(ClusterObjects objects, List<PodTemplate> workloads) {
    this.objects = objects;
    for (PodTemplate workload : workloads) {
      named(workload)
          .keySet()
          .forEach(id -> users.computeIfAbsent(id, _ -> new HashSet<>()).add(workload));
    }
  }

  /// The ids of a workload that another names too.
  List<String> shared(Trace trace, PodTemplate workload) {
    Map<Long, Reading> own = named(workload);
    List<Long> shared =
        own.keySet().stream().filter(id -> users.getOrDefault(id, Set.of()).size() > 1).toList();
    trace.read(
        "sharedUserIds",
        own.isEmpty()
            ? List.of(workload.spec().at("securityContext", "runAsUser").absent("none"))
            : List.copyOf(own.values()));
    if (shared.isEmpty() && !own.isEmpty()) {
      trace.unknown("sharedUserIds", objects.workloadGap());
    }
    return shared.stream().map(String::valueOf).toList();
  }

  private static Map<Long, Reading> named(PodTemplate workload) {
    Map<Long, Reading> ids = new TreeMap<>();
    Place spec = workload.spec();
    add(ids, spec.at("securityContext", "runAsUser"));
    for (String holder : ContainerFacts.HOLDERS) {
      for (Place container : spec.at(holder).objects().orElse(List.of())) {
        add(ids, container.at("securityContext", "runAsUser"));
      }
    }
    return ids;
  }

  private static void add(Map<Long, Reading> ids, Place id) {
    if (id.number() instanceof Value.Known<Long>(Place place, Long number) && number > 0) {
      ids.putIfAbsent(number, place.reading());
    }
  }
}
