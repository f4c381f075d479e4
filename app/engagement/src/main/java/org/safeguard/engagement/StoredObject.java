package org.safeguard.engagement;

import org.safeguard.model.tree.ObjectNode;

/// An object as a snapshot holds it.
///
/// @param file the file or archive entry it was read from
/// @param body its content, keys sorted, every line 0: find places by JSON pointer
public record StoredObject(String file, ObjectNode body) {}
