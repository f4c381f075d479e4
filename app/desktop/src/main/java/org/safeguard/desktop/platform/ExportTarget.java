package org.safeguard.desktop.platform;

import java.nio.file.Path;
import org.safeguard.workbench.ExportFormat;

/// Where an export goes, and as what.
public record ExportTarget(Path file, ExportFormat format) {}
