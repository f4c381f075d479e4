package org.safeguard.model.fact;

/// An object together with the state of the API version it was written in.
///
/// @param namespace of the object, empty for cluster scope
/// @param name of the object
/// @param provenance where the values were read
public record ApiUse(String namespace, String name, Provenance provenance) implements Fact {}
