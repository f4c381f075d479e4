package org.safeguard.model.snapshot;

import java.util.Comparator;
import java.util.Set;

/// A type of Kubernetes object, written `Kind` or `Kind.group`.
///
/// @param group the API group without version, empty for the core group
/// @param kind the kind, such as `Deployment`
public record ResourceType(String group, String kind) implements Comparable<ResourceType> {

  private static final Comparator<ResourceType> ORDER =
      Comparator.comparing(ResourceType::group).thenComparing(ResourceType::kind);

  private static final Set<String> NAMESPACED_GROUPS = Set.of("apps", "batch");
  private static final Set<String> NAMESPACED =
      Set.of(
          "Pod",
          "PodTemplate",
          "ReplicationController",
          "Service",
          "Endpoints",
          "ServiceAccount",
          "Secret",
          "ConfigMap",
          "ResourceQuota",
          "LimitRange",
          "PersistentVolumeClaim",
          "Deployment.extensions",
          "DaemonSet.extensions",
          "ReplicaSet.extensions",
          "Ingress.extensions",
          "NetworkPolicy.extensions",
          "Ingress.networking.k8s.io",
          "NetworkPolicy.networking.k8s.io",
          "PodDisruptionBudget.policy",
          "Role.rbac.authorization.k8s.io",
          "RoleBinding.rbac.authorization.k8s.io");

  /// Whether objects of this type lie in a namespace, for the types that are assessed; false for
  /// any other.
  public boolean isNamespaced() {
    return NAMESPACED_GROUPS.contains(group) || NAMESPACED.contains(toString());
  }

  /// Reads `Kind` or `Kind.group`.
  public static ResourceType of(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new ResourceType("", text)
        : new ResourceType(text.substring(dot + 1), text.substring(0, dot));
  }

  @Override
  public int compareTo(ResourceType other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return group.isEmpty() ? kind : kind + "." + group;
  }
}
