package org.safeguard.model.fact;

/// One instance of a control plane component, with its effective flags.
///
/// @param namespace of the pod or configuration it was read from, empty for cluster scope
/// @param name of the pod or configuration it was read from
/// @param provenance where the values were read
public record ControlPlaneComponent(String namespace, String name, Provenance provenance)
    implements Fact {}
