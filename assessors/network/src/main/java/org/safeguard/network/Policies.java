package org.safeguard.network;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Selector;

/// Every policy that says who may connect to whom.
///
/// @param namespaces the labels by which policies select namespaces
/// @param stated those whose effect is known, in the order in which they are asked
/// @param unstated the others
record Policies(
    NamespaceLabels namespaces, List<TrafficPolicy> stated, List<UnstatedPolicy> unstated) {

  static Policies of(ClusterObjects objects) {
    PolicyList found = new PolicyList();
    CorePolicies.read(objects, found);
    AdminPolicies.read(objects, new NodeAddresses(objects), found);
    CiliumPolicies.read(objects, found);
    CalicoPolicies.read(objects, found);
    OtherPolicies.read(objects, found);
    return new Policies(new NamespaceLabels(objects), found.stated(), found.unstated());
  }

  /// The selectors by which policies select namespaces.
  Set<Selector> selectors() {
    Set<Selector> found = new HashSet<>();
    for (TrafficPolicy policy : stated) {
      add(policy.subject(), found);
      for (Direction direction : Direction.values()) {
        for (TrafficRule rule : policy.rules(direction).orElse(List.of())) {
          rule.peers().forEach(peer -> add(peer, found));
        }
      }
    }
    return found;
  }

  private static void add(Peer peer, Set<Selector> found) {
    if (peer instanceof Peer.Pods pods && pods.namespaces().name().isEmpty()) {
      found.add(pods.namespaces().labels());
    }
  }
}
