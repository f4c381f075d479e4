package org.safeguard.network;

import java.util.List;
import java.util.Optional;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;

/// Reads [policies of Calico](https://docs.tigera.io/calico/latest/reference/resources/).
final class CalicoPolicies {

  /// As Calico stores them.
  static final String STORED = "crd.projectcalico.org";

  /// As its API server shows them.
  static final String SHOWN = "projectcalico.org";

  private CalicoPolicies() {}

  static void read(ClusterObjects objects, PolicyList found) {
    for (String group : List.of(STORED, SHOWN)) {
      for (String kind : List.of("GlobalNetworkPolicy")) {
        objects.placesOf(new ResourceType(group, kind)).forEach(policy -> global(policy, found));
      }
      objects
          .placesOf(new ResourceType(group, "NetworkPolicy"))
          .forEach(policy -> namespaced(policy, found));
    }
  }

  private static void global(Place policy, PolicyList found) {
    found.addUnstated(
        policy, PolicyNames.clusterWide(policy.resource()), OtherPolicies.cause(policy));
  }

  private static void namespaced(Place policy, PolicyList found) {
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
