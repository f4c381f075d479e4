package org.safeguard.kubernetes;

import java.util.Set;
import org.safeguard.model.snapshot.ResourceType;

/// Which of the types that facts are made from lie in a namespace.
final class Scopes {

  private static final Set<String> NAMESPACED_GROUPS = Set.of("apps", "extensions", "batch");
  private static final Set<ResourceType> NAMESPACED =
      Set.of(
          Types.POD,
          Types.SERVICE,
          Types.SERVICE_ACCOUNT,
          Types.SECRET,
          Types.CONFIG_MAP,
          Types.RESOURCE_QUOTA,
          Types.LIMIT_RANGE,
          Types.INGRESS,
          Types.NETWORK_POLICY,
          Types.DISRUPTION_BUDGET,
          Types.ROLE,
          Types.ROLE_BINDING,
          new ResourceType("", "ReplicationController"),
          new ResourceType("", "PodTemplate"));

  private Scopes() {}

  static boolean namespaced(ResourceType type) {
    return NAMESPACED.contains(type) || NAMESPACED_GROUPS.contains(type.group());
  }
}
