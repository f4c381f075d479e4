package org.safeguard.model.fact;

/// A node.
///
/// @param name of the node
/// @param provenance where the values were read
public record Node(String name, Provenance provenance) implements Fact {}
