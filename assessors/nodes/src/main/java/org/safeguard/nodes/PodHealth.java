package org.safeguard.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// Which pods of a workload wait, fail or restart often, by their own status.
final class PodHealth {

  private static final long MANY_RESTARTS = 10;
  private static final Set<String> GOOD = Set.of("Running", "Succeeded");
  private static final Set<String> NORMAL_WAITING =
      Set.of("", "ContainerCreating", "PodInitializing");

  private PodHealth() {}

  static List<String> unhealthy(Trace trace, List<Place> pods, Place object, Optional<Cause> gap) {
    List<String> unhealthy = new ArrayList<>();
    List<Reading> where = new ArrayList<>();
    boolean reported = false;
    for (Place pod : pods) {
      Place phase = pod.at("status", "phase");
      if (!phase.text().isKnown()) {
        continue;
      }
      reported = true;
      Place trouble = trouble(pod);
      if (trouble != null) {
        unhealthy.add(pod.resource().name() + " (" + reason(trouble) + ")");
        where.add(trouble.reading());
      }
    }
    trace.read("unhealthyPods", object.at("status").reading(pods.size() + " pods"));
    trace.read("unhealthyPods", where);
    if (!reported) {
      trace.unknown(
          "unhealthyPods",
          gap.or(
              () ->
                  Optional.of(
                      new Cause(
                          Cause.Code.NOT_CAPTURED,
                          "no pod of it with a status is in the snapshot; capture pods from the"
                              + " running cluster"))));
    }
    return unhealthy;
  }

  private static String reason(Place trouble) {
    String text = trouble.text().orElse("");
    return text.isEmpty() ? trouble.number().orElse(0L) + " restarts" : text;
  }

  /// The place that speaks of the worst, null for a healthy pod.
  private static @Nullable Place trouble(Place pod) {
    Place phase = pod.at("status", "phase");
    if (!GOOD.contains(phase.text().orElse(""))) {
      Place reason = pod.at("status", "reason");
      return reason.text().isKnown() ? reason : waiting(pod).orElse(phase);
    }
    return waiting(pod).orElse(null);
  }

  private static Optional<Place> waiting(Place pod) {
    for (String list : List.of("initContainerStatuses", "containerStatuses")) {
      for (Place status : pod.at("status", list).objects().orElse(List.of())) {
        Place reason = status.at("state", "waiting", "reason");
        Place restarts = status.at("restartCount");
        if (!NORMAL_WAITING.contains(reason.text().orElse(""))) {
          return Optional.of(reason);
        }
        if (restarts.number().orElse(0L) > MANY_RESTARTS) {
          return Optional.of(restarts);
        }
      }
    }
    return Optional.empty();
  }
}
