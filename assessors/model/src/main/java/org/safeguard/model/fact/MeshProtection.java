package org.safeguard.model.fact;

/// How a service mesh protects the traffic of a workload.
///
/// @param namespace of the workload, empty for cluster scope
/// @param name of the workload
/// @param provenance where the values were read
public record MeshProtection(String namespace, String name, Provenance provenance)
    implements Fact {}
