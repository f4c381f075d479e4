package org.safeguard.model.fact;

/// Who may talk to a workload and to whom it may talk.
///
/// @param namespace of the workload, empty for cluster scope
/// @param name of the workload
/// @param provenance where the values were read
public record Reachability(String namespace, String name, Provenance provenance) implements Fact {}
