package org.safeguard.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Workload;

/// The workloads that somebody said have ePHI, and who may enter their pods.
final class EphiWorkloads {

  private static final List<Ability> WAYS_IN =
      List.of(Ability.EXEC, Ability.ATTACH, Ability.DEBUG, Ability.PORT_FORWARD);
  private static final Set<String> NOT = Set.of("none", "unknown", "");

  private final List<Workload> designated;
  private final Optional<Cause> gap;

  EphiWorkloads(List<Workload> workloads) {
    this.designated = workloads.stream().filter(EphiWorkloads::isDesignated).toList();
    this.gap =
        designated.isEmpty()
            ? Optional.of(
                new Cause(
                    Cause.Code.NOT_CAPTURED,
                    "nobody said which workloads have ePHI; name them in a scope file or by label"))
            : Optional.empty();
  }

  private static boolean isDesignated(Workload workload) {
    return !workload.provenance().unknown().containsKey("ephi") && !NOT.contains(workload.ephi());
  }

  Optional<Cause> gap() {
    return gap;
  }

  /// The rights by which some such workload is entered.
  List<Held> waysIn(Abilities has) {
    List<Held> ways = new ArrayList<>();
    for (Ability ability : WAYS_IN) {
      has.of(ability).stream()
          .filter(Held::anyObject)
          .filter(held -> designated.stream().anyMatch(workload -> covers(held, workload)))
          .forEach(ways::add);
    }
    return ways;
  }

  List<String> entered(List<Held> ways) {
    TreeSet<String> entered = new TreeSet<>();
    for (Workload workload : designated) {
      if (ways.stream().anyMatch(held -> covers(held, workload))) {
        entered.add(workload.kind() + "/" + workload.namespace() + "/" + workload.name());
      }
    }
    return List.copyOf(entered);
  }

  private static boolean covers(Held held, Workload workload) {
    return held.scope().isEmpty() || held.scope().equals(workload.namespace());
  }
}
