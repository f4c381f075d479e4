package org.safeguard.model.snapshot;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.tree.ObjectNode;

/// One Kubernetes object as it was captured, cleaned of `managedFields`, the last-applied
/// annotation and Secret values.
///
/// @param apiVersion such as `apps/v1`
/// @param kind such as `Deployment`
/// @param namespace empty for cluster scope and where a manifest names none
/// @param name `metadata.name`, or `metadata.generateName` where there is no name
/// @param uid null in manifests
/// @param resourceVersion null in manifests
/// @param file the file or archive entry it was read from, relative to the source; `-` for
///     standard input
/// @param body the object; its root line is where the object starts in the file
public record Resource(
    String apiVersion,
    String kind,
    String namespace,
    String name,
    @Nullable String uid,
    @Nullable String resourceVersion,
    String file,
    ObjectNode body) {

  public Resource {
    Objects.requireNonNull(body);
  }

  /// The API group, empty for the core group.
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /// The type without version.
  public ResourceType type() {
    return new ResourceType(group(), kind);
  }

  /// Where the object lies: `default` for a namespaced object whose manifest names no namespace,
  /// since that is where it goes; empty for cluster scope.
  public String effectiveNamespace() {
    return namespace.isEmpty() && type().isNamespaced() ? "default" : namespace;
  }

  /// The identity within a snapshot.
  public ResourceKey key() {
    return new ResourceKey(group(), kind, effectiveNamespace(), name);
  }
}
