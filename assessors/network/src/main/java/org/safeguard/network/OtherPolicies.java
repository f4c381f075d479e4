package org.safeguard.network;

import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;

/// Policies of network plug-ins that are known by name only: what they may hold is not assessed.
final class OtherPolicies {

  static final String ANTREA = "crd.antrea.io";

  private OtherPolicies() {}

  static void read(ClusterObjects objects, PolicyList found) {
    all(objects, new ResourceType(ANTREA, "ClusterNetworkPolicy"), found);
    namespaced(objects, new ResourceType(ANTREA, "NetworkPolicy"), true, found);
    namespaced(objects, new ResourceType("k8s.ovn.org", "EgressFirewall"), false, found);
    namespaced(
        objects, new ResourceType("network.openshift.io", "EgressNetworkPolicy"), false, found);
  }

  private static void all(ClusterObjects objects, ResourceType type, PolicyList found) {
    for (Place policy : objects.placesOf(type)) {
      found.addUnstated(policy, PolicyNames.clusterWide(policy.resource()), cause(policy));
    }
  }

  /// The firewalls only close ways out to addresses that are no pods.
  private static void namespaced(
      ClusterObjects objects, ResourceType type, boolean pods, PolicyList found) {
    for (Place policy : objects.placesOf(type)) {
      String namespace = ClusterObjects.namespace(policy.resource());
      Peer.Pods subject = new Peer.Pods(Peer.Namespaces.named(namespace), Peer.EVERYTHING);
      found.add(
          new UnstatedPolicy(
              policy,
              PolicyNames.namespaced(policy.resource()),
              Optional.of(subject),
              pods,
              true,
              pods,
              cause(policy)));
    }
  }

  static Cause cause(Place policy) {
    return new Cause(
        Cause.Code.UNRESOLVED,
        "the effect of "
            + policy.resource().apiVersion()
            + " "
            + policy.resource().kind()
            + " cannot be stated; ask the network plug-in which connections it allows");
  }
}
