package org.safeguard.network;

import java.util.Optional;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;

/// Reads [policies of Cilium](https://docs.cilium.io/en/stable/security/policy/).
final class CiliumPolicies {

  static final ResourceType NAMESPACED = new ResourceType("cilium.io", "CiliumNetworkPolicy");
  static final ResourceType CLUSTER =
      new ResourceType("cilium.io", "CiliumClusterwideNetworkPolicy");

  private CiliumPolicies() {}

  static void read(ClusterObjects objects, PolicyList found) {
    for (Place policy : objects.placesOf(CLUSTER)) {
      found.addUnstated(
          policy, PolicyNames.clusterWide(policy.resource()), OtherPolicies.cause(policy));
    }
    for (Place policy : objects.placesOf(NAMESPACED)) {
      String namespace = ClusterObjects.namespace(policy.resource());
      Peer.Pods subject = new Peer.Pods(Peer.Namespaces.named(namespace), Peer.EVERYTHING);
      found.add(
          new UnstatedPolicy(
              policy,
              PolicyNames.namespaced(policy.resource()),
              Optional.of(subject),
              true,
              true,
              true,
              OtherPolicies.cause(policy)));
    }
  }
}
