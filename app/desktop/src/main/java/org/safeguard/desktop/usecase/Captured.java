package org.safeguard.desktop.usecase;

import java.nio.file.Path;
import java.util.List;
import org.safeguard.model.snapshot.TypeCoverage;

/// What came of a capture.
///
/// @param bundle that was written
/// @param coverage of each type that was asked for
/// @param missing what was asked for and is not here, one line each
/// @param complete whether everything that was asked for was read
/// @param interrupted whether the user stopped it
/// @param requests pages of lists that were asked for
public record Captured(
    Path bundle,
    List<TypeCoverage> coverage,
    List<String> missing,
    boolean complete,
    boolean interrupted,
    long requests) {

  public Captured {
    coverage = List.copyOf(coverage);
    missing = List.copyOf(missing);
  }
}
