package org.safeguard.capture;

import java.util.List;
import org.safeguard.bundle.BundleManifest;

/// What came of a capture.
///
/// @param manifest of the bundle that was written
/// @param complete whether everything that was asked for was read
/// @param missing what was not, with its cause, one line for each type
/// @param interrupted whether the user stopped it
public record CaptureResult(
    BundleManifest manifest, boolean complete, List<String> missing, boolean interrupted) {

  public CaptureResult {
    missing = List.copyOf(missing);
  }
}
