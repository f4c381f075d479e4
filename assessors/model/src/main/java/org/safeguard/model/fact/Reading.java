package org.safeguard.model.fact;

import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.JsonPointer;

/// Where one value of a fact was read.
///
/// @param resource the object it was read from; not always the fact's own, for example the service
///     account whose token setting decides
/// @param pointer the place in that object; where the value is absent, the place it would have
/// @param line the line of the value in [Resource#file], or of its nearest ancestor when absent
/// @param observed the value as text, or `absent (default: …)`; never a secret
public record Reading(Resource resource, JsonPointer pointer, int line, String observed) {}
