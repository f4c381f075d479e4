package org.safeguard.model.fact;

import java.util.List;

/// An ingress or route and what it publishes.
///
/// @param kind `Ingress`, `HTTPRoute`, `GRPCRoute`, `TLSRoute`, `TCPRoute` or `Route`
/// @param namespace its namespace
/// @param name its name
/// @param encrypted whether clients reach it by TLS only
/// @param sharedPaths host and path that another object of the same kind publishes too
/// @param missingBackends services it names that are not there
/// @param provenance where the values were read
public record Publication(
    String kind,
    String namespace,
    String name,
    boolean encrypted,
    List<String> sharedPaths,
    List<String> missingBackends,
    Provenance provenance)
    implements Fact {

  public Publication {
    sharedPaths = List.copyOf(sharedPaths);
    missingBackends = List.copyOf(missingBackends);
  }

  @Override
  public boolean encrypted() {
    return provenance.known("encrypted", encrypted);
  }

  @Override
  public List<String> sharedPaths() {
    return provenance.known("sharedPaths", sharedPaths);
  }

  @Override
  public List<String> missingBackends() {
    return provenance.known("missingBackends", missingBackends);
  }
}
