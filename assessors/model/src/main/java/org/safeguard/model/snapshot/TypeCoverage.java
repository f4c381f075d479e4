package org.safeguard.model.snapshot;

/// The coverage of one type and why.
///
/// @param type the type
/// @param state what is known of it
/// @param count objects of this type in the snapshot, without duplicates
/// @param cause in plain words, empty for a plain capture
public record TypeCoverage(ResourceType type, Coverage state, int count, String cause) {}
