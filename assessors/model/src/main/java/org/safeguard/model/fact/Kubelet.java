package org.safeguard.model.fact;

/// The effective configuration of one kubelet, or of a group that shares one configuration.
///
/// @param name of the node or configuration it was read from
/// @param provenance where the values were read
public record Kubelet(String name, Provenance provenance) implements Fact {}
