package org.safeguard.model.fact;

import java.util.List;

/// A persistent volume claim, or a claim template of a stateful set.
///
/// @param namespace its namespace
/// @param name its name
/// @param template whether it is a template of a stateful set
/// @param storageClass effective class, empty for none
/// @param namesClass whether it names its class itself
/// @param hasClass whether a class gives it storage, or it is bound by name
/// @param accessModes as written
/// @param shared whether several nodes may write to it
/// @param requestsStorage whether it says how much it needs
/// @param phase such as `Bound`
/// @param reclaimPolicy what becomes of the data when it is deleted: of its volume, else of its
///     class
/// @param encrypted as in `StorageClass`, of its volume, else of its class
/// @param nodeLocal whether the data lies on one node's own disk
/// @param workloads workloads that mount it, as `Kind/name`
/// @param replicas pods of those workloads
/// @param ephi of those workloads, as in `Workload`
/// @param snapshots whether a snapshot class serves its driver
/// @param provenance where the values were read
public record VolumeClaim(
    String namespace,
    String name,
    boolean template,
    String storageClass,
    boolean namesClass,
    boolean hasClass,
    List<String> accessModes,
    boolean shared,
    boolean requestsStorage,
    String phase,
    String reclaimPolicy,
    boolean encrypted,
    boolean nodeLocal,
    List<String> workloads,
    long replicas,
    String ephi,
    boolean snapshots,
    Provenance provenance)
    implements Fact {

  public VolumeClaim {
    accessModes = List.copyOf(accessModes);
    workloads = List.copyOf(workloads);
  }

  @Override
  public String storageClass() {
    return provenance.known("storageClass", storageClass);
  }

  @Override
  public boolean namesClass() {
    return provenance.known("namesClass", namesClass);
  }

  @Override
  public boolean hasClass() {
    return provenance.known("hasClass", hasClass);
  }

  @Override
  public List<String> accessModes() {
    return provenance.known("accessModes", accessModes);
  }

  @Override
  public boolean shared() {
    return provenance.known("shared", shared);
  }

  @Override
  public boolean requestsStorage() {
    return provenance.known("requestsStorage", requestsStorage);
  }

  @Override
  public String phase() {
    return provenance.known("phase", phase);
  }

  @Override
  public String reclaimPolicy() {
    return provenance.known("reclaimPolicy", reclaimPolicy);
  }

  @Override
  public boolean encrypted() {
    return provenance.known("encrypted", encrypted);
  }

  @Override
  public boolean nodeLocal() {
    return provenance.known("nodeLocal", nodeLocal);
  }

  @Override
  public List<String> workloads() {
    return provenance.known("workloads", workloads);
  }

  @Override
  public long replicas() {
    return provenance.known("replicas", replicas);
  }

  @Override
  public String ephi() {
    return provenance.known("ephi", ephi);
  }

  @Override
  public boolean snapshots() {
    return provenance.known("snapshots", snapshots);
  }
}
