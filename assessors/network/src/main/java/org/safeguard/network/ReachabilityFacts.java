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
import org.safeguard.model.fact.GatewayListener;
import org.safeguard.model.fact.PolicyEffect;
import org.safeguard.model.fact.Publication;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.objects.AddedFacts;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.FactSource;
import org.safeguard.objects.Types;

/// Who may talk to whom, computed from network policies and ways in from outside.
public final class ReachabilityFacts implements FactSource {

  private static final List<ResourceType> POLICIES =
      List.of(Types.NETWORK_POLICY, AdminPolicies.ADMIN, AdminPolicies.BASELINE);
  private static final List<ResourceType> PUBLISHING =
      Stream.concat(Stream.of(Types.INGRESS, WaysIn.ROUTE), GatewayRoutes.ROUTES.stream()).toList();

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
    facts.addAll(new Publications(objects, coverage).facts());
    facts.addAll(new Listeners(objects, coverage).facts());
    return new AddedFacts(facts, gaps(known, coverage, facts));
  }

  private static Map<String, Cause> gaps(Facts known, PolicyCoverage coverage, List<Fact> facts) {
    Map<String, Cause> gaps = new HashMap<>();
    note(gaps, "Reachability", Optional.ofNullable(known.gaps().get("Workload")));
    boolean policies = facts.stream().anyMatch(PolicyEffect.class::isInstance);
    note(
        gaps,
        "PolicyEffect",
        policies
            ? coverage.cutOff(POLICIES)
            : Optional.ofNullable(known.gaps().get("NetworkPolicy")));
    boolean published = facts.stream().anyMatch(Publication.class::isInstance);
    note(
        gaps,
        "Publication",
        published
            ? coverage.cutOff(PUBLISHING)
            : Optional.ofNullable(known.gaps().get("Ingress"))
                .or(
                    () ->
                        PUBLISHING.stream().flatMap(t -> coverage.custom(t).stream()).findFirst()));
    boolean listeners = facts.stream().anyMatch(GatewayListener.class::isInstance);
    note(
        gaps,
        "GatewayListener",
        listeners
            ? coverage.cutOff(List.of(GatewayRoutes.GATEWAY))
            : coverage.custom(GatewayRoutes.GATEWAY));
    return gaps;
  }

  private static void note(Map<String, Cause> gaps, String kind, Optional<Cause> gap) {
    gap.ifPresent(cause -> gaps.put(kind, cause));
  }
}
