package org.safeguard.kubernetes;

import java.util.List;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.Selector;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// Which pod disruption budgets select which workloads.
final class DisruptionBudgets {

  private static final String OLD_VERSION = "policy/v1beta1";

  private final ClusterObjects objects;
  private final Selections<Place> selections = new Selections<>();

  DisruptionBudgets(ClusterObjects objects, List<PodTemplate> workloads) {
    this.objects = objects;
    for (Place budget : objects.placesOf(Types.DISRUPTION_BUDGET)) {
      Place place = budget.at("spec", "selector");
      Resource resource = budget.resource();
      Value<Selector> selector = Selector.read(place);
      // Before policy/v1 an empty selector selected nothing.
      boolean nothing =
          resource.apiVersion().equals(OLD_VERSION)
              && selector.map(Selector::selectsAll).orElse(false);
      selections.add(
          ClusterObjects.namespace(resource),
          nothing ? new Value.Absent<>(place) : selector,
          budget);
    }
    workloads.forEach(selections::match);
  }

  List<String> of(Trace trace, PodTemplate workload) {
    List<Place> found = selections.selecting(workload);
    if (found.isEmpty()) {
      trace
          .read("disruptionBudgets", workload.podLabels().place().reading())
          .unknown(
              "disruptionBudgets",
              objects.coverages().gap(Types.DISRUPTION_BUDGET).or(() -> selections.gap(workload)));
      return List.of();
    }
    trace.read(
        "disruptionBudgets",
        found.stream().map(budget -> budget.at("spec", "selector").reading()).toList());
    return found.stream().map(budget -> budget.resource().name()).toList();
  }
}
