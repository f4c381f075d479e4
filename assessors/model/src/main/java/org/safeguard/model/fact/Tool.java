package org.safeguard.model.fact;

import java.util.List;

/// A product that was found in the cluster, with the evidence for it.
///
/// @param namespace of the object that shows it best, empty for cluster scope
/// @param name of the object that shows it best
/// @param product as the table of products names it
/// @param categories what it does, such as `runtime-detection`
/// @param strong whether some workload runs its image; false for left-over definitions, names and
///     labels
/// @param evidence the signs, the strong ones first
/// @param workloads workloads that run its images, as `Kind/namespace/name`
/// @param version tag of its image, empty when not known
/// @param running whether a pod of it is ready; unknown where the source holds no status
/// @param nodeAgent whether it has to run on each node to do its work
/// @param nodes number of nodes; unknown where the snapshot cannot tell
/// @param nodesWithout nodes without a pod of it; unknown where the snapshot cannot tell
/// @param clusterAdmin whether a workload of it has every right; unknown where the snapshot cannot
///     tell
/// @param privileged whether a container of it runs privileged
/// @param runtimeSocket whether a container of it mounts the socket of a container runtime
/// @param exposures ways in to it from outside the cluster, as `Kind/name`; unknown where the
///     snapshot cannot tell
/// @param egressRestricted whether network policies restrict what its workloads connect to; unknown
///     where the snapshot cannot tell
/// @param provenance where the values were read
public record Tool(
    String namespace,
    String name,
    String product,
    List<String> categories,
    boolean strong,
    List<ToolEvidence> evidence,
    List<String> workloads,
    String version,
    boolean running,
    boolean nodeAgent,
    long nodes,
    List<String> nodesWithout,
    boolean clusterAdmin,
    boolean privileged,
    boolean runtimeSocket,
    List<String> exposures,
    boolean egressRestricted,
    Provenance provenance)
    implements Fact {

  public Tool {
    categories = List.copyOf(categories);
    evidence = List.copyOf(evidence);
    workloads = List.copyOf(workloads);
    nodesWithout = List.copyOf(nodesWithout);
    exposures = List.copyOf(exposures);
  }

  @Override
  public String product() {
    return provenance.known("product", product);
  }

  @Override
  public List<String> categories() {
    return provenance.known("categories", categories);
  }

  @Override
  public boolean strong() {
    return provenance.known("strong", strong);
  }

  @Override
  public List<ToolEvidence> evidence() {
    return provenance.known("evidence", evidence);
  }

  @Override
  public List<String> workloads() {
    return provenance.known("workloads", workloads);
  }

  @Override
  public String version() {
    return provenance.known("version", version);
  }

  @Override
  public boolean running() {
    return provenance.known("running", running);
  }

  @Override
  public boolean nodeAgent() {
    return provenance.known("nodeAgent", nodeAgent);
  }

  @Override
  public long nodes() {
    return provenance.known("nodes", nodes);
  }

  @Override
  public List<String> nodesWithout() {
    return provenance.known("nodesWithout", nodesWithout);
  }

  @Override
  public boolean clusterAdmin() {
    return provenance.known("clusterAdmin", clusterAdmin);
  }

  @Override
  public boolean privileged() {
    return provenance.known("privileged", privileged);
  }

  @Override
  public boolean runtimeSocket() {
    return provenance.known("runtimeSocket", runtimeSocket);
  }

  @Override
  public List<String> exposures() {
    return provenance.known("exposures", exposures);
  }

  @Override
  public boolean egressRestricted() {
    return provenance.known("egressRestricted", egressRestricted);
  }
}
