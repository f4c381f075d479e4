package org.safeguard.model.fact;

import java.util.List;

/// A right of somebody that gives more than it seems to, such as reading secrets.
///
/// @param name such as `read-secrets`
/// @param clusterWide whether it counts everywhere
/// @param namespaces where it counts; empty when it counts everywhere
/// @param anyObject whether it counts for objects of any name
/// @param ways by which bindings and roles, in words
/// @param provenance where the values were read
public record Power(
    String name,
    boolean clusterWide,
    List<String> namespaces,
    boolean anyObject,
    List<String> ways,
    Provenance provenance)
    implements Traced {

  public Power {
    namespaces = List.copyOf(namespaces);
    ways = List.copyOf(ways);
  }

  @Override
  public String name() {
    return provenance.known("name", name);
  }

  @Override
  public boolean clusterWide() {
    return provenance.known("clusterWide", clusterWide);
  }

  @Override
  public List<String> namespaces() {
    return provenance.known("namespaces", namespaces);
  }

  @Override
  public boolean anyObject() {
    return provenance.known("anyObject", anyObject);
  }

  @Override
  public List<String> ways() {
    return provenance.known("ways", ways);
  }
}
