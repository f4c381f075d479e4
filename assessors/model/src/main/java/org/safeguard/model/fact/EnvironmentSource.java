package org.safeguard.model.fact;

/// A secret or config map whose keys all become environment variables (`envFrom`).
///
/// @param kind `Secret` or `ConfigMap`
/// @param name its name
/// @param provenance where the values were read
public record EnvironmentSource(String kind, String name, Provenance provenance) implements Traced {
  @Override
  public String kind() {
    return provenance.known("kind", kind);
  }

  @Override
  public String name() {
    return provenance.known("name", name);
  }
}
