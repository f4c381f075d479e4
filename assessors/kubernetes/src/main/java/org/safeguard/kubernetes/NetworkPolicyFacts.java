package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.IpBlock;
import org.safeguard.model.fact.NetworkPolicy;
import org.safeguard.model.fact.Reading;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.Selector;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// Network policies, what they select, and what that means for workloads.
final class NetworkPolicyFacts {

  private final ClusterObjects objects;
  private final List<Policy> policies;
  private final Map<String, List<Policy>> byNamespace = new HashMap<>();
  private final Selections<Policy> selections = new Selections<>();

  NetworkPolicyFacts(ClusterObjects objects, List<PodTemplate> workloads) {
    this.objects = objects;
    this.policies = objects.placesOf(Types.NETWORK_POLICY).stream().map(Policy::of).toList();
    for (Policy policy : policies) {
      String namespace = namespace(policy);
      byNamespace.computeIfAbsent(namespace, _ -> new ArrayList<>()).add(policy);
      selections.add(namespace, policy.selector(), policy);
    }
    workloads.forEach(selections::match);
  }

  List<NetworkPolicy> facts() {
    return policies.stream().map(this::fact).toList();
  }

  /// The policies in a namespace.
  List<Policy> in(String namespace) {
    return byNamespace.getOrDefault(namespace, List.of());
  }

  /// Notes under `component` the policies that select a workload and restrict one direction.
  List<String> restricting(
      Trace trace,
      String component,
      PodTemplate workload,
      Function<Policy, Policy.Side> direction) {
    List<Policy> selecting = selections.selecting(workload);
    List<Reading> readings = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Optional<Cause> gap = objects.coverages().gap(Types.NETWORK_POLICY);
    for (Policy policy : selecting) {
      Value<Boolean> restricts = direction.apply(policy).restricts();
      if (restricts.orElse(false)) {
        names.add(policy.object().resource().name());
        readings.add(policy.selector().place().reading());
      } else if (restricts instanceof Value.Unreadable<Boolean>(Place _, Cause cause)) {
        gap = Optional.of(cause);
      }
    }
    if (names.isEmpty()) {
      trace.unknown(component, gap.or(() -> selections.gap(workload)));
      readings.add(workload.podLabels().place().reading());
    }
    trace.read(component, readings);
    return names;
  }

  private NetworkPolicy fact(Policy policy) {
    Trace trace = new Trace(policy.object());
    List<String> workloads =
        selections.selectedBy(policy).stream().map(PodTemplate::label).toList();
    trace.read("workloads", policy.selector().place().reading());
    if (policy.selector() instanceof Value.Unreadable<Selector>(Place _, Cause cause)) {
      trace.unknown("workloads", cause);
    } else if (workloads.isEmpty()) {
      trace.unknown("workloads", objects.workloadGap());
    }
    List<IpBlock> ipBlocks = new ArrayList<>();
    ipBlocks(trace, policy.ingress(), "from", ipBlocks);
    ipBlocks(trace, policy.egress(), "to", ipBlocks);
    return new NetworkPolicy(
        namespace(policy),
        policy.object().resource().name(),
        trace.flag("selectsAllPods", policy.selectsAll(), true),
        trace.flag("restrictsIngress", policy.ingress().restricts(), true),
        trace.flag("restrictsEgress", policy.egress().restricts(), false),
        trace.flag("allowsAllIngress", policy.ingress().allowsAll(), false),
        trace.flag("allowsAllEgress", policy.egress().allowsAll(), false),
        trace.flag("deniesAllIngress", policy.ingress().deniesAll(), false),
        trace.flag("deniesAllEgress", policy.egress().deniesAll(), false),
        ipBlocks,
        workloads,
        trace.done());
  }

  private static void ipBlocks(Trace trace, Policy.Side side, String peers, List<IpBlock> found) {
    for (Place rule : trace.list("ipBlocks", side.rules())) {
      for (Place peer : trace.list("ipBlocks", rule.at(peers).objects())) {
        Place block = peer.at("ipBlock");
        if (block.isSet()) {
          found.add(ipBlock(block, side.name()));
        }
      }
    }
    if (!found.isEmpty()) {
      trace.read("ipBlocks", found.stream().map(b -> b.provenance().self()).toList());
    }
  }

  private static IpBlock ipBlock(Place block, String direction) {
    Trace trace = new Trace(block);
    return new IpBlock(
        trace.text("cidr", block.at("cidr").text(), ""),
        trace.list("except", block.at("except").texts()),
        direction,
        trace.done());
  }

  private static String namespace(Policy policy) {
    return ClusterObjects.namespace(policy.object().resource());
  }
}
