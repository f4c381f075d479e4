package org.safeguard.model.fact;

import java.util.List;

/// A volume.
///
/// @param name its name
/// @param source the source field, such as `csi`, `hostPath`, `nfs`
/// @param driver the CSI driver, else empty
/// @param storageClass empty for none
/// @param reclaimPolicy effective: `Retain`, `Delete` or `Recycle`
/// @param phase such as `Bound` or `Released`
/// @param accessModes as written
/// @param claim `namespace/name` of its claim, else empty
/// @param nodeLocal whether it lies on one node's own disk
/// @param encrypted as in `StorageClass`
/// @param ephi of the workloads that mount its claim, as in `Workload`
/// @param provenance where the values were read
public record PersistentVolume(
    String name,
    String source,
    String driver,
    String storageClass,
    String reclaimPolicy,
    String phase,
    List<String> accessModes,
    String claim,
    boolean nodeLocal,
    boolean encrypted,
    String ephi,
    Provenance provenance)
    implements Fact {

  public PersistentVolume {
    accessModes = List.copyOf(accessModes);
  }

  @Override
  public String source() {
    return provenance.known("source", source);
  }

  @Override
  public String driver() {
    return provenance.known("driver", driver);
  }

  @Override
  public String storageClass() {
    return provenance.known("storageClass", storageClass);
  }

  @Override
  public String reclaimPolicy() {
    return provenance.known("reclaimPolicy", reclaimPolicy);
  }

  @Override
  public String phase() {
    return provenance.known("phase", phase);
  }

  @Override
  public List<String> accessModes() {
    return provenance.known("accessModes", accessModes);
  }

  @Override
  public String claim() {
    return provenance.known("claim", claim);
  }

  @Override
  public boolean nodeLocal() {
    return provenance.known("nodeLocal", nodeLocal);
  }

  @Override
  public boolean encrypted() {
    return provenance.known("encrypted", encrypted);
  }

  @Override
  public String ephi() {
    return provenance.known("ephi", ephi);
  }
}
