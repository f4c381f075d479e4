package org.safeguard.model.verdict;

import org.jspecify.annotations.Nullable;

/// A Kubernetes object that a verdict or its evidence points to.
///
/// @param apiVersion such as `apps/v1`
/// @param kind such as `Deployment`
/// @param namespace empty for cluster scope, `default` where a manifest names none
/// @param name the object's name
/// @param uid null in manifests
/// @param resourceVersion null in manifests
public record ObjectReference(
    String apiVersion,
    String kind,
    String namespace,
    String name,
    @Nullable String uid,
    @Nullable String resourceVersion) {

  /// `Kind namespace/name`, or `Kind name` for cluster scope.
  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
