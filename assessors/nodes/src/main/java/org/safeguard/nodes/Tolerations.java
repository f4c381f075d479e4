package org.safeguard.nodes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Workload;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// Which taints some captured workload tolerates
/// ([semantics](https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/)).
final class Tolerations {

  /// What a pod says of one taint, empty text where it leaves something out.
  private record Toleration(String key, boolean exists, String value, String effect) {

    boolean covers(String key, String value, String effect) {
      return (this.effect.isEmpty() || this.effect.equals(effect))
          && (this.key.isEmpty()
              ? exists
              : this.key.equals(key) && (exists || this.value.equals(value)));
    }
  }

  private final ClusterObjects objects;
  private final Set<Toleration> tolerations = new LinkedHashSet<>();
  private final Map<String, Boolean> answers = new HashMap<>();

  Tolerations(ClusterObjects objects, List<Workload> workloads) {
    this.objects = objects;
    for (Workload workload : workloads) {
      Place spec = Templates.spec(objects, workload);
      for (Place place : spec.at("tolerations").objects().orElse(List.of())) {
        tolerations.add(
            new Toleration(
                place.at("key").text().orElse(""),
                place.at("operator").text().orElse("Equal").equals("Exists"),
                place.at("value").text().orElse(""),
                place.at("effect").text().orElse("")));
      }
    }
  }

  /// `key=value:Effect`, as commands write a taint.
  static String text(Place taint) {
    String value = taint.at("value").text().orElse("");
    return taint.at("key").text().orElse("")
        + (value.isEmpty() ? "" : "=" + value)
        + ":"
        + taint.at("effect").text().orElse("");
  }

  /// The taints of people that keep every captured workload off; what Kubernetes sets itself while
  /// a node is in trouble is left out.
  List<String> untolerated(Trace trace, Place node) {
    List<String> found = new ArrayList<>();
    List<Reading> where = new ArrayList<>();
    for (Place taint : trace.list("untoleratedTaints", node.at("spec", "taints").objects())) {
      String effect = taint.at("effect").text().orElse("");
      if (effect.equals("PreferNoSchedule")
          || taint.at("key").text().orElse("").startsWith("node.kubernetes.io/")
          || tolerated(taint, effect)) {
        continue;
      }
      found.add(text(taint));
      where.add(taint.reading(text(taint)));
    }
    trace.read("untoleratedTaints", where);
    if (!found.isEmpty()) {
      trace.unknown("untoleratedTaints", objects.workloadGap());
    }
    return found;
  }

  private boolean tolerated(Place taint, String effect) {
    String key = taint.at("key").text().orElse("");
    String value = taint.at("value").text().orElse("");
    return answers.computeIfAbsent(
        text(taint),
        _ -> tolerations.stream().anyMatch(toleration -> toleration.covers(key, value, effect)));
  }
}
