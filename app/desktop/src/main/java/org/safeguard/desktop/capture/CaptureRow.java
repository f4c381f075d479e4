package org.safeguard.desktop.capture;

import org.jspecify.annotations.Nullable;
import org.safeguard.capture.TypeProgress;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.TypeCoverage;

/// A type of objects and how far it is.
///
/// @param reading whether its list is being read now
/// @param coverage what came of it; null while nobody knows
/// @param cause why not all of it is here; empty when it is, or may still be
public record CaptureRow(
    ResourceType type, boolean reading, int objects, @Nullable Coverage coverage, String cause) {

  static CaptureRow waiting(ResourceType type) {
    return new CaptureRow(type, false, 0, null, "");
  }

  static CaptureRow of(TypeProgress progress) {
    TypeCoverage coverage = progress.coverage();
    return coverage == null
        ? new CaptureRow(
            progress.type(),
            progress.state() == TypeProgress.State.READING,
            progress.objects(),
            null,
            "")
        : of(coverage);
  }

  static CaptureRow of(TypeCoverage coverage) {
    return new CaptureRow(
        coverage.type(), false, coverage.count(), coverage.state(), coverage.cause());
  }

  boolean done() {
    return coverage != null && coverage != Coverage.FAILED;
  }
}
