package org.safeguard.model.fact;

import java.util.List;

/// Whether a service leads where it should.
///
/// @param namespace its namespace
/// @param name its name
/// @param type as in `Service`
/// @param selects whether it has a selector
/// @param unmatchedPorts target ports that no selected workload declares, as `port -> target`;
///     unknown where the snapshot cannot tell
/// @param unnamedPorts ports without a name, where there are several
/// @param rivals other services with the same selector and a common port
/// @param externalTrafficPolicy effective: `Cluster` or `Local`, empty for services inside the
///     cluster
/// @param readyEndpoints addresses that are ready; unknown where endpoints were not captured
/// @param provenance where the values were read
public record ServiceTarget(
    String namespace,
    String name,
    String type,
    boolean selects,
    List<String> unmatchedPorts,
    List<String> unnamedPorts,
    List<String> rivals,
    String externalTrafficPolicy,
    long readyEndpoints,
    Provenance provenance)
    implements Fact {

  public ServiceTarget {
    unmatchedPorts = List.copyOf(unmatchedPorts);
    unnamedPorts = List.copyOf(unnamedPorts);
    rivals = List.copyOf(rivals);
  }

  @Override
  public boolean selects() {
    return provenance.known("selects", selects);
  }

  @Override
  public List<String> unmatchedPorts() {
    return provenance.known("unmatchedPorts", unmatchedPorts);
  }

  @Override
  public List<String> unnamedPorts() {
    return provenance.known("unnamedPorts", unnamedPorts);
  }

  @Override
  public List<String> rivals() {
    return provenance.known("rivals", rivals);
  }

  @Override
  public String externalTrafficPolicy() {
    return provenance.known("externalTrafficPolicy", externalTrafficPolicy);
  }

  @Override
  public long readyEndpoints() {
    return provenance.known("readyEndpoints", readyEndpoints);
  }
}
