package org.safeguard.network;

import org.safeguard.model.snapshot.Resource;
import org.safeguard.objects.ClusterObjects;

/// How policies are called towards people.
final class PolicyNames {

  private PolicyNames() {}

  /// Kind, namespace and name.
  static String namespaced(Resource policy) {
    return policy.kind() + " " + ClusterObjects.namespace(policy) + "/" + policy.name();
  }

  /// Kind and name of a policy for the whole cluster.
  static String clusterWide(Resource policy) {
    return policy.kind() + " " + policy.name();
  }
}
