package org.safeguard.model.fact;

/// What admission policies enforce in a namespace.
///
/// @param name of the namespace
/// @param provenance where the values were read
public record Enforcement(String name, Provenance provenance) implements Fact {}
