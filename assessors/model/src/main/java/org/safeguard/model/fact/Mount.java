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
    implements Traced {}
