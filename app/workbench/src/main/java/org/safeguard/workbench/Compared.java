package org.safeguard.workbench;

import org.jspecify.annotations.Nullable;
import org.safeguard.comparison.AssessmentChanges;
import org.safeguard.comparison.ObjectChanges;

/// What a comparison found.
///
/// @param changes of verdicts and risks
/// @param objects null when one side is a result file, which holds no objects
public record Compared(AssessmentChanges changes, @Nullable ObjectChanges objects) {}
