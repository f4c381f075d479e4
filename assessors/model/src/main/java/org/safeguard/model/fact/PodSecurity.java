package org.safeguard.model.fact;

/// What the Pod Security Standards say of one pod template or bare pod.
///
/// @param namespace of the workload, empty for cluster scope
/// @param name of the workload
/// @param provenance where the values were read
public record PodSecurity(String namespace, String name, Provenance provenance) implements Fact {}
