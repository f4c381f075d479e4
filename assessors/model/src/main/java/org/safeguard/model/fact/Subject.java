package org.safeguard.model.fact;

/// Who a binding grants a role to.
///
/// @param kind `User`, `Group` or `ServiceAccount`
/// @param name the name
/// @param namespace of a service account, else empty
/// @param exists whether the service account is in the snapshot; true for users and groups;
///     unknown where the snapshot cannot tell
/// @param provenance where the values were read
public record Subject(
    String kind, String name, String namespace, boolean exists, Provenance provenance)
    implements Traced {

  @Override
  public String kind() {
    return provenance.known("kind", kind);
  }

  @Override
  public String name() {
    return provenance.known("name", name);
  }

  @Override
  public String namespace() {
    return provenance.known("namespace", namespace);
  }

  @Override
  public boolean exists() {
    return provenance.known("exists", exists);
  }
}
