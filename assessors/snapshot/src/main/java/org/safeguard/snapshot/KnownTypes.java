package org.safeguard.snapshot;

import java.util.Map;
import org.safeguard.model.snapshot.ResourceType;

/// Types that need special care.
final class KnownTypes {

  private static final Map<ResourceType, String> MOVED_TO =
      Map.of(
          new ResourceType("extensions", "Deployment"), "apps",
          new ResourceType("extensions", "DaemonSet"), "apps",
          new ResourceType("extensions", "ReplicaSet"), "apps",
          new ResourceType("extensions", "Ingress"), "networking.k8s.io",
          new ResourceType("extensions", "NetworkPolicy"), "networking.k8s.io",
          new ResourceType("extensions", "PodSecurityPolicy"), "policy",
          new ResourceType("events.k8s.io", "Event"), "");

  private KnownTypes() {}

  /// The type in the group where Kubernetes serves it today.
  static ResourceType current(ResourceType type) {
    String group = MOVED_TO.get(type);
    return group == null ? type : new ResourceType(group, type.kind());
  }

  static ResourceType of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    return current(new ResourceType(slash < 0 ? "" : apiVersion.substring(0, slash), kind));
  }

  /// Input of `kustomize build`, which no cluster holds.
  static boolean isKustomize(ResourceType type) {
    return type.group().equals("kustomize.config.k8s.io");
  }

  static boolean isEvent(ResourceType type) {
    return type.group().isEmpty() && type.kind().equals("Event");
  }

  static boolean isSecret(ResourceType type) {
    return type.group().isEmpty() && type.kind().equals("Secret");
  }
}
