package org.safeguard.model.fact;

/// A volume of a pod.
///
/// @param name the volume
/// @param type the source field, such as `hostPath`, `emptyDir`, `secret`,
///     `persistentVolumeClaim`, `csi`; `none` when there is none
/// @param hostPath the host directory for hostPath, else empty
/// @param claim the claim for persistentVolumeClaim, else empty
/// @param refersTo the secret, config map or CSI driver, else empty
/// @param readOnly whether every mount of it is read-only
/// @param provenance where the values were read
public record Volume(
    String name,
    String type,
    String hostPath,
    String claim,
    String refersTo,
    boolean readOnly,
    Provenance provenance)
    implements Traced {
  @Override
  public String type() {
    return provenance.known("type", type);
  }

  @Override
  public String hostPath() {
    return provenance.known("hostPath", hostPath);
  }

  @Override
  public String claim() {
    return provenance.known("claim", claim);
  }

  @Override
  public String refersTo() {
    return provenance.known("refersTo", refersTo);
  }

  @Override
  public boolean readOnly() {
    return provenance.known("readOnly", readOnly);
  }
}
