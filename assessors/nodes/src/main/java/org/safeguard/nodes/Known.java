package org.safeguard.nodes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Traced;
import org.safeguard.model.fact.Volume;
import org.safeguard.model.fact.Workload;

/// Components of facts where they are known, and a stand-in where they are not.
final class Known {

  private Known() {}

  static boolean is(Traced fact, String component) {
    return !fact.provenance().unknown().containsKey(component);
  }

  static Optional<Cause> gap(Traced fact, String component) {
    return Optional.ofNullable(fact.provenance().unknown().get(component));
  }

  static List<Volume> volumes(Workload workload) {
    return is(workload, "volumes") ? workload.volumes() : List.of();
  }

  static List<Container> containers(Workload workload) {
    return is(workload, "containers") ? workload.containers() : List.of();
  }

  static String claim(Volume volume) {
    return is(volume, "claim") && is(volume, "type") ? volume.claim() : "";
  }

  static long replicas(Workload workload) {
    return is(workload, "replicas") ? workload.replicas() : 1;
  }

  static String ephi(Workload workload) {
    return is(workload, "ephi") ? workload.ephi() : "unknown";
  }

  static Map<String, String> podLabels(Workload workload) {
    return is(workload, "podLabels") ? workload.podLabels() : Map.of();
  }
}
