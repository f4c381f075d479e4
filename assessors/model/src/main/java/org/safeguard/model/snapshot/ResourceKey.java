package org.safeguard.model.snapshot;

import java.util.Comparator;

/// What tells one Kubernetes object from another within a snapshot.
///
/// @param group the API group without version, empty for the core group
/// @param kind as in the object
/// @param namespace empty for cluster scope, `default` where a manifest names none
/// @param name `metadata.name`
public record ResourceKey(String group, String kind, String namespace, String name)
    implements Comparable<ResourceKey> {

  private static final Comparator<ResourceKey> ORDER =
      Comparator.comparing(ResourceKey::group)
          .thenComparing(ResourceKey::kind)
          .thenComparing(ResourceKey::namespace)
          .thenComparing(ResourceKey::name);

  @Override
  public int compareTo(ResourceKey other) {
    return ORDER.compare(this, other);
  }
}
