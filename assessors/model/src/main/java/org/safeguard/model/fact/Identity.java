package org.safeguard.model.fact;

/// A user, group or service account with everything it may do.
///
/// @param namespace of the subject, empty for cluster scope
/// @param name of the subject
/// @param provenance where the values were read
public record Identity(String namespace, String name, Provenance provenance) implements Fact {}
