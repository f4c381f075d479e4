package org.safeguard.model.fact;

/// A kernel parameter that a pod sets.
///
/// @param name such as `net.core.somaxconn`
/// @param value as written
/// @param provenance where the values were read
public record Sysctl(String name, String value, Provenance provenance) implements Traced {
  @Override
  public String name() {
    return provenance.known("name", name);
  }

  @Override
  public String value() {
    return provenance.known("value", value);
  }
}
