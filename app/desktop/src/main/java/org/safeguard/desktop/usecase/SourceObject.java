package org.safeguard.desktop.usecase;

import org.safeguard.model.tree.ObjectNode;

/// An assessed object as it was read.
///
/// @param file the file or archive entry it was read from
/// @param body the object
public record SourceObject(String file, ObjectNode body) {}
