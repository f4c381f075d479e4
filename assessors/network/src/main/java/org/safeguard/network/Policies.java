package org.safeguard.network;

import java.util.List;
import org.safeguard.objects.ClusterObjects;

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
}
