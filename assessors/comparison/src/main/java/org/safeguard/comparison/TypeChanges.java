package org.safeguard.comparison;

import org.safeguard.model.snapshot.ResourceType;

/// How many objects of one type changed.
///
/// @param type the type
/// @param appeared only in the later snapshot
/// @param gone only in the earlier one
/// @param changed in both, with other content
/// @param unchanged in both, with equal content
public record TypeChanges(ResourceType type, int appeared, int gone, int changed, int unchanged) {}
