package org.safeguard.model.fact;

/// A product that was found in the cluster, with the evidence for it.
///
/// @param namespace of the object that shows it best, empty for cluster scope
/// @param name of the object that shows it best
/// @param provenance where the values were read
public record Tool(String namespace, String name, Provenance provenance) implements Fact {}
