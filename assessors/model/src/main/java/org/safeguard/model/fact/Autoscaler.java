package org.safeguard.model.fact;

import java.util.List;

/// A horizontal or vertical pod autoscaler.
///
/// @param kind `HorizontalPodAutoscaler` or `VerticalPodAutoscaler`
/// @param namespace its namespace
/// @param name its name
/// @param target what it scales, as `Kind/name`
/// @param targetExists whether that is in the snapshot; unknown where the snapshot cannot tell
/// @param minReplicas effective, 1 by default
/// @param maxReplicas as written
/// @param rivals other autoscalers of the same target, as `Kind/name`
/// @param replicasWritten whether the target's manifest sets `replicas` too
/// @param withoutRequests containers of the target without the request that utilisation is
///     measured by
/// @param fitsCluster whether the nodes have room for the requests of all copies at once
/// @param provenance where the values were read
public record Autoscaler(
    String kind,
    String namespace,
    String name,
    String target,
    boolean targetExists,
    long minReplicas,
    long maxReplicas,
    List<String> rivals,
    boolean replicasWritten,
    List<String> withoutRequests,
    boolean fitsCluster,
    Provenance provenance)
    implements Fact {

  public Autoscaler {
    rivals = List.copyOf(rivals);
    withoutRequests = List.copyOf(withoutRequests);
  }

  @Override
  public String target() {
    return provenance.known("target", target);
  }

  @Override
  public boolean targetExists() {
    return provenance.known("targetExists", targetExists);
  }

  @Override
  public long minReplicas() {
    return provenance.known("minReplicas", minReplicas);
  }

  @Override
  public long maxReplicas() {
    return provenance.known("maxReplicas", maxReplicas);
  }

  @Override
  public List<String> rivals() {
    return provenance.known("rivals", rivals);
  }

  @Override
  public boolean replicasWritten() {
    return provenance.known("replicasWritten", replicasWritten);
  }

  @Override
  public List<String> withoutRequests() {
    return provenance.known("withoutRequests", withoutRequests);
  }

  @Override
  public boolean fitsCluster() {
    return provenance.known("fitsCluster", fitsCluster);
  }
}
