package org.safeguard.model.fact;

/// A managed cluster as its provider describes it.
///
/// @param name of the description
/// @param provenance where the values were read
public record CloudCluster(String name, Provenance provenance) implements Fact {}
