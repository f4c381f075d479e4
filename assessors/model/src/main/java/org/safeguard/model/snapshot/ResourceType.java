package org.safeguard.model.snapshot;

import java.util.Comparator;

/// A type of Kubernetes object, written `Kind` or `Kind.group`.
///
/// @param group the API group without version, empty for the core group
/// @param kind the kind, such as `Deployment`
public record ResourceType(String group, String kind) implements Comparable<ResourceType> {

  private static final Comparator<ResourceType> ORDER =
      Comparator.comparing(ResourceType::group).thenComparing(ResourceType::kind);

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
