package org.safeguard.risk;

import java.util.Set;
import org.safeguard.model.verdict.ObjectReference;

/// What an object is called, the same whether or not its manifest names the namespace `default`.
final class ObjectNames {

  private static final String DEFAULT = "default";

  /// The kinds with a namespace that rules look at.
  private static final Set<String> NAMESPACED =
      Set.of(
          "Pod",
          "PodTemplate",
          "ReplicationController",
          "ReplicaSet",
          "Deployment",
          "StatefulSet",
          "DaemonSet",
          "Job",
          "CronJob",
          "ServiceAccount",
          "Role",
          "RoleBinding",
          "Service",
          "Ingress",
          "NetworkPolicy",
          "Secret",
          "ConfigMap");

  private ObjectNames() {}

  /// The namespace, empty for cluster scope.
  static String namespace(ObjectReference object) {
    return object.namespace().isEmpty() && NAMESPACED.contains(object.kind())
        ? DEFAULT
        : object.namespace();
  }

  /// `Kind namespace/name`, or `Kind name` for cluster scope.
  static String name(ObjectReference object) {
    String namespace = namespace(object);
    return object.kind() + " " + (namespace.isEmpty() ? "" : namespace + "/") + object.name();
  }
}
