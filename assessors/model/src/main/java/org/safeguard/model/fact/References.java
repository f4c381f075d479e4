package org.safeguard.model.fact;

import java.util.List;

/// What an ingress, a route or a monitor points to.
///
/// @param kind of the object that points
/// @param namespace its namespace
/// @param name its name
/// @param missing services that are not there or lack the port, as `Service/name`; unknown where
///     the snapshot cannot tell
/// @param selectsNothing whether a monitor selects no service or workload
/// @param provenance where the values were read
public record References(
    String kind,
    String namespace,
    String name,
    List<String> missing,
    boolean selectsNothing,
    Provenance provenance)
    implements Fact {

  public References {
    missing = List.copyOf(missing);
  }

  @Override
  public List<String> missing() {
    return provenance.known("missing", missing);
  }

  @Override
  public boolean selectsNothing() {
    return provenance.known("selectsNothing", selectsNothing);
  }
}
