package org.safeguard.model.fact;

/// A kind of product that a cluster needs, such as runtime detection, and what was found of it.
///
/// @param name of the cluster
/// @param provenance where the values were read
public record ToolCategory(String name, Provenance provenance) implements Fact {}
