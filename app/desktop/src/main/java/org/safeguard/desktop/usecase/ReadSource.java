package org.safeguard.desktop.usecase;

import java.nio.file.Path;
import org.safeguard.model.snapshot.Snapshot;

/// A source that was read once: first shown, then assessed.
///
/// @param path the file or folder that was chosen
/// @param snapshot everything it says
public record ReadSource(Path path, Snapshot snapshot) {}
