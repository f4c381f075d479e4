package org.safeguard.model.fact;

/// A policy that an admission controller enforces or reports on.
///
/// @param namespace of the policy, empty for cluster scope
/// @param name of the policy
/// @param provenance where the values were read
public record AdmissionPolicy(String namespace, String name, Provenance provenance)
    implements Fact {}
