package org.safeguard.nodes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.DisruptionBudget;
import org.safeguard.model.fact.Workload;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// The facts about pod disruption budgets. Which workloads each selects is known already, by the
/// workloads.
final class BudgetFacts {

  private static final Pattern SHARE = Pattern.compile("[0-9]{1,3}%");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private final ClusterObjects objects;
  private final Map<String, List<Workload>> selected = new HashMap<>();
  private final Optional<Cause> unreadable;

  BudgetFacts(ClusterObjects objects, List<Workload> workloads) {
    this.objects = objects;
    Optional<Cause> gap = Optional.empty();
    for (Workload workload : workloads) {
      gap = gap.or(() -> Known.gap(workload, "podLabels"));
      if (!Known.is(workload, "disruptionBudgets")) {
        continue;
      }
      for (String budget : workload.disruptionBudgets()) {
        selected
            .computeIfAbsent(workload.namespace() + "/" + budget, _ -> new ArrayList<>())
            .add(workload);
      }
    }
    unreadable = gap;
  }

  List<DisruptionBudget> facts(Map<String, Cause> gaps) {
    List<DisruptionBudget> facts =
        objects.placesOf(Types.DISRUPTION_BUDGET).stream().map(this::fact).toList();
    KindGaps.note(gaps, "DisruptionBudget", facts, objects.coverages(), Types.DISRUPTION_BUDGET);
    return facts;
  }

  private DisruptionBudget fact(Place object) {
    Place spec = object.at("spec");
    String namespace = ClusterObjects.namespace(object.resource());
    String name = object.resource().name();
    List<Workload> behind = selected.getOrDefault(namespace + "/" + name, List.of());
    Trace trace = new Trace(object);
    for (String component : List.of("workloads", "alsoBudgeted", "blocksEvictions")) {
      trace.read(component, spec.at("selector").reading());
    }
    if (behind.isEmpty()) {
      Optional<Cause> gap = objects.workloadGap().or(() -> unreadable);
      trace.unknown("workloads", gap).unknown("alsoBudgeted", gap);
    }
    Value<String> least = spec.at("minAvailable").quantity();
    Value<String> most = spec.at("maxUnavailable").quantity();
    trace.read("hasLimit", (most.isKnown() ? most : least).place().reading());
    return new DisruptionBudget(
        namespace,
        name,
        labels(behind),
        labels(behind.stream().filter(w -> w.disruptionBudgets().size() > 1).toList()),
        trace.text("minAvailable", least, ""),
        trace.text("maxUnavailable", most, ""),
        !(least instanceof Value.Absent) || !(most instanceof Value.Absent),
        blocks(trace, least, most, behind),
        evictsUnhealthy(trace, spec),
        trace.done());
  }

  private static List<String> labels(List<Workload> workloads) {
    return workloads.stream().map(workload -> workload.kind() + "/" + workload.name()).toList();
  }

  private boolean blocks(
      Trace trace, Value<String> least, Value<String> most, List<Workload> behind) {
    if (most.isKnown()) {
      trace.read("blocksEvictions", most.place().reading());
      return most.orElse("").matches("0+%?");
    }
    if (least.isKnown()) {
      trace.read("blocksEvictions", least.place().reading());
      return keepsAll(trace, least.orElse(""), behind);
    }
    for (Value<String> value : List.of(least, most)) {
      if (value instanceof Value.Unreadable<String>(Place _, Cause cause)) {
        trace.unknown("blocksEvictions", cause);
      }
    }
    return false;
  }

  /// A share is rounded up, as the controller does.
  private boolean keepsAll(Trace trace, String least, List<Workload> behind) {
    if (SHARE.matcher(least).matches() && Integer.parseInt(least.replace("%", "")) >= 100) {
      return true;
    }
    if (behind.isEmpty() || behind.stream().anyMatch(workload -> !Known.is(workload, "replicas"))) {
      trace.unknown(
          "blocksEvictions",
          objects
              .workloadGap()
              .or(() -> unreadable)
              .filter(_ -> behind.isEmpty())
              .or(() -> behind.stream().flatMap(BudgetFacts::replicaGap).findFirst()));
      return false;
    }
    long pods = behind.stream().mapToLong(Workload::replicas).sum();
    return pods > 0 && needed(least, pods) >= pods;
  }

  private static Stream<Cause> replicaGap(Workload workload) {
    return Known.gap(workload, "replicas").stream();
  }

  private static long needed(String least, long pods) {
    if (NUMBER.matcher(least).matches()) {
      return Long.parseLong(least);
    }
    return SHARE.matcher(least).matches()
        ? BigDecimal.valueOf(pods)
            .multiply(new BigDecimal(least.replace("%", "")))
            .divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING)
            .longValue()
        : 0;
  }

  private static boolean evictsUnhealthy(Trace trace, Place spec) {
    return trace
        .text("evictsUnhealthy", spec.at("unhealthyPodEvictionPolicy").text(), "IfHealthyBudget")
        .equals("AlwaysAllow");
  }
}
