package org.safeguard.model.fact;

/// A schedule of a backup product.
///
/// @param namespace of the schedule, empty for cluster scope
/// @param name of the schedule
/// @param provenance where the values were read
public record BackupSchedule(String namespace, String name, Provenance provenance)
    implements Fact {}
