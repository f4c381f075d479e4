package org.safeguard.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.objects.AddedFacts;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.FactSource;

/// Who may talk to whom, computed from network policies and ways in from outside.
public final class ReachabilityFacts implements FactSource {

  @Override
  public AddedFacts facts(Snapshot snapshot, ClusterObjects objects, Facts known) {
    Connectivity connectivity = Connectivity.of(objects, known.workloads());
    PolicyCoverage coverage = new PolicyCoverage(objects);
    Reach reach = new Reach(connectivity);
    WorkloadReach workloads = new WorkloadReach(objects, connectivity, reach, coverage);
    List<Fact> facts = new ArrayList<>();
    for (Workload workload : known.workloads()) {
      if (connectivity.estate().knows(workload)) {
        facts.add(workloads.of(workload));
      }
    }
    facts.addAll(new PolicyEffects(objects, connectivity, reach).facts());
    List<Fact> published = List.copyOf(new Publications(objects, coverage).facts());
    List<Fact> listeners = List.copyOf(new Listeners(objects, coverage).facts());
    facts.addAll(published);
    facts.addAll(listeners);
    return new AddedFacts(facts, gaps(known, coverage, published, listeners));
  }

  private static Map<String, Cause> gaps(
      Facts known, PolicyCoverage coverage, List<Fact> published, List<Fact> listeners) {
    Map<String, Cause> gaps = new HashMap<>();
    note(gaps, "Reachability", Optional.ofNullable(known.gaps().get("Workload")));
    note(gaps, "PolicyEffect", Optional.ofNullable(known.gaps().get("NetworkPolicy")));
    Optional<Cause> ingresses = Optional.ofNullable(known.gaps().get("Ingress"));
    Optional<Cause> routes =
        Stream.concat(GatewayRoutes.ROUTES.stream(), Stream.of(WaysIn.ROUTE))
            .flatMap(type -> coverage.custom(type).stream())
            .findFirst();
    note(gaps, "Publication", published.isEmpty() ? ingresses.or(() -> routes) : ingresses);
    if (listeners.isEmpty()) {
      note(gaps, "GatewayListener", coverage.custom(GatewayRoutes.GATEWAY));
    }
    return gaps;
  }

  private static void note(Map<String, Cause> gaps, String kind, Optional<Cause> gap) {
    gap.ifPresent(cause -> gaps.put(kind, cause));
  }
}
