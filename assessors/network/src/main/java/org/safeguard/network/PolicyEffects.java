package org.safeguard.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.PolicyEffect;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.network.TrafficRule.Action;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;

/// The facts about what policies really do.
final class PolicyEffects {

  private final ClusterObjects objects;
  private final Connectivity connectivity;
  private final Reach reach;

  PolicyEffects(ClusterObjects objects, Connectivity connectivity, Reach reach) {
    this.objects = objects;
    this.connectivity = connectivity;
    this.reach = reach;
  }

  List<PolicyEffect> facts() {
    List<PolicyEffect> facts = new ArrayList<>();
    Set<Resource> done = new HashSet<>();
    for (UnstatedPolicy policy : connectivity.policies().unstated()) {
      if (done.add(policy.object().resource())) {
        facts.add(unstated(policy));
      }
    }
    for (TrafficPolicy policy : connectivity.policies().stated()) {
      if (done.add(policy.object().resource())) {
        facts.add(stated(policy));
      }
    }
    facts.sort(Comparator.comparing(f -> f.provenance().resource().key()));
    return facts;
  }

  private PolicyEffect unstated(UnstatedPolicy policy) {
    Trace trace = new Trace(policy.object());
    Place spec = policy.object().at("spec");
    trace.read("stated", spec.reading());
    for (String component : List.of("workloads", "emptyPeers", "admitsEveryNamespace")) {
      trace.read(component, spec.reading()).unknown(component, policy.cause());
    }
    return fact(policy.object(), false, 0, List.of(), false, trace);
  }

  private PolicyEffect stated(TrafficPolicy policy) {
    Trace trace = new Trace(policy.object());
    Place spec = policy.object().at("spec");
    trace.read("stated", spec.reading());
    long workloads = workloads(policy.subject());
    Place subject = spec.at("subject").isSet() ? spec.at("subject") : spec.at("podSelector");
    trace.read("workloads", subject.reading());
    if (workloads == 0) {
      trace.unknown("workloads", doubt(policy.subject()));
    }
    return fact(
        policy.object(),
        true,
        workloads,
        core(policy) ? emptyPeers(policy, trace) : List.of(),
        core(policy) && admitsEveryNamespace(policy, trace),
        trace);
  }

  private static PolicyEffect fact(
      Place object,
      boolean stated,
      long workloads,
      List<String> emptyPeers,
      boolean admitsEveryNamespace,
      Trace trace) {
    Resource resource = object.resource();
    return new PolicyEffect(
        resource.kind(),
        resource.effectiveNamespace(),
        resource.name(),
        isCore(resource),
        stated,
        workloads,
        emptyPeers,
        admitsEveryNamespace,
        trace.done());
  }

  private static boolean isCore(Resource resource) {
    return resource.kind().equals("NetworkPolicy")
        && Set.of("networking.k8s.io", "extensions").contains(resource.group());
  }

  private static boolean core(TrafficPolicy policy) {
    return isCore(policy.object().resource());
  }

  private long workloads(Peer.Pods pods) {
    return matching(pods).stream().mapToLong(i -> reach.members(i).size()).sum();
  }

  private BitSet matching(Peer.Pods pods) {
    BitSet found = connectivity.estate().matching(pods, connectivity.policies().namespaces());
    found.clear(connectivity.estate().controller());
    return found;
  }

  private Optional<Cause> doubt(Peer.Pods pods) {
    NamespaceLabels labels = connectivity.policies().namespaces();
    boolean unsure =
        pods.namespaces().name().isEmpty()
            && connectivity.estate().byNamespace().keySet().stream()
                .anyMatch(namespace -> labels.unsure(pods.namespaces().labels(), namespace));
    return objects
        .workloadGap()
        .or(() -> unsure ? objects.coverages().gap(Types.NAMESPACE) : Optional.empty());
  }

  private List<String> emptyPeers(TrafficPolicy policy, Trace trace) {
    List<String> found = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      List<TrafficRule> rules = policy.rules(direction).orElse(List.of());
      for (int r = 0; r < rules.size(); r++) {
        for (int p = 0; p < rules.get(r).peers().size(); p++) {
          if (rules.get(r).peers().get(p) instanceof Peer.Pods pods && matching(pods).isEmpty()) {
            found.add(direction.rules() + "[" + r + "]." + direction.peers() + "[" + p + "]");
            readings.add(rules.get(r).place().at(direction.peers()).reading());
            trace.unknown("emptyPeers", doubt(pods));
          }
        }
      }
    }
    trace.read("emptyPeers", readings);
    return found;
  }

  private static boolean admitsEveryNamespace(TrafficPolicy policy, Trace trace) {
    for (TrafficRule rule : policy.ingress().orElse(List.of())) {
      boolean everybody =
          rule.peers().stream()
              .anyMatch(
                  peer ->
                      peer instanceof Peer.Pods pods
                          && pods.namespaces().name().isEmpty()
                          && pods.namespaces().labels().selectsAll()
                          && pods.pods().selectsAll());
      if (everybody && rule.action() == Action.ALLOW && rule.ports().equals(PortChoice.EVERY)) {
        trace.read("admitsEveryNamespace", rule.place().at("from").reading());
        return true;
      }
    }
    return false;
  }
}
