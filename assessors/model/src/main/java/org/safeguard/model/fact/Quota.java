package org.safeguard.model.fact;

import java.util.List;
import java.util.Map;

/// A resource quota.
///
/// @param namespace its namespace
/// @param name its name
/// @param hard bounds
/// @param used use, as the cluster reports it
/// @param boundsCompute whether CPU and memory are bounded
/// @param nearlyUsed bounds of which more than nine tenths are used
/// @param provenance where the values were read
public record Quota(
    String namespace,
    String name,
    Map<String, String> hard,
    Map<String, String> used,
    boolean boundsCompute,
    List<String> nearlyUsed,
    Provenance provenance)
    implements Fact {

  public Quota {
    nearlyUsed = List.copyOf(nearlyUsed);
    hard = Map.copyOf(hard);
    used = Map.copyOf(used);
  }

  @Override
  public Map<String, String> hard() {
    return provenance.known("hard", hard);
  }

  @Override
  public Map<String, String> used() {
    return provenance.known("used", used);
  }

  @Override
  public boolean boundsCompute() {
    return provenance.known("boundsCompute", boundsCompute);
  }

  @Override
  public List<String> nearlyUsed() {
    return provenance.known("nearlyUsed", nearlyUsed);
  }
}
