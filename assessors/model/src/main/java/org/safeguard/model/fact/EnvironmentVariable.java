package org.safeguard.model.fact;

/// An environment variable of a container. The value itself is never kept.
///
/// @param name the variable
/// @param source `literal`, `secretKeyRef`, `configMapKeyRef`, `fieldRef`, `resourceFieldRef`, or
///     `none`
/// @param refersTo the secret or config map it comes from, else empty
/// @param credential whether a literal value looks like a credential by name and shape
/// @param provenance where the values were read
public record EnvironmentVariable(
    String name, String source, String refersTo, boolean credential, Provenance provenance)
    implements Traced {
  @Override
  public String source() {
    return provenance.known("source", source);
  }

  @Override
  public String refersTo() {
    return provenance.known("refersTo", refersTo);
  }

  @Override
  public boolean credential() {
    return provenance.known("credential", credential);
  }
}
