package org.safeguard.workbench;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to compare and by which rules.
///
/// @param before an engagement file, a result JSON, or any source; of an engagement the latest run
///     counts
/// @param after the same; equal to `before` for the last two runs of one engagement
/// @param packs by which sources are judged, as in an assessment
/// @param scope the scope file for sources; null for none
/// @param kubernetesVersion for sources that do not tell; null to believe them
/// @param results files that the outcome will be written to, checked before the work starts
public record ComparisonRequest(
    Path before,
    Path after,
    List<String> packs,
    @Nullable Path scope,
    @Nullable String kubernetesVersion,
    List<Path> results) {

  public ComparisonRequest {
    packs = List.copyOf(packs);
    results = List.copyOf(results);
  }
}
