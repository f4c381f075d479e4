package org.safeguard.model.fact;

/// A volume mounted in a container.
///
/// @param name the volume
/// @param path `mountPath`
/// @param readOnly effective
/// @param subPath `subPath` or `subPathExpr`, empty when not set
/// @param propagation `None`, `HostToContainer` or `Bidirectional`
/// @param volumeType type of the volume as in [Volume#type], empty when the volume is missing
/// @param hostPath the host directory for a hostPath volume, else empty
/// @param provenance where the values were read
public record Mount(
    String name,
    String path,
    boolean readOnly,
    String subPath,
    String propagation,
    String volumeType,
    String hostPath,
    Provenance provenance)
    implements Traced {
  @Override
  public String name() {
    return provenance.known("name", name);
  }

  @Override
  public String path() {
    return provenance.known("path", path);
  }

  @Override
  public boolean readOnly() {
    return provenance.known("readOnly", readOnly);
  }

  @Override
  public String subPath() {
    return provenance.known("subPath", subPath);
  }

  @Override
  public String propagation() {
    return provenance.known("propagation", propagation);
  }

  @Override
  public String volumeType() {
    return provenance.known("volumeType", volumeType);
  }

  @Override
  public String hostPath() {
    return provenance.known("hostPath", hostPath);
  }
}
