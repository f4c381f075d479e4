package org.safeguard.model.fact;

/// What Pod Security admission enforces in a namespace, and what its workloads would bear.
///
/// @param name of the namespace
/// @param provenance where the values were read
public record NamespacePodSecurity(String name, Provenance provenance) implements Fact {}
