package org.safeguard.bundle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.TypeCoverage;

/// What a bundle says of itself beside its objects, known once all of them are read.
///
/// @param cluster the cluster's name or address, empty where nobody knows
/// @param capturedAt null where nobody knows
/// @param kubernetesVersion such as `1.31.2`, null where nobody knows
/// @param toolVersion of the tool that writes the bundle
/// @param coverage what was captured of each type; the counts are taken from the objects written
/// @param lists one for each list that was asked for
/// @param redactions what was taken out, and which literal values were kept
public record BundleHeader(
    String cluster,
    @Nullable Instant capturedAt,
    @Nullable String kubernetesVersion,
    String toolVersion,
    List<TypeCoverage> coverage,
    List<CapturedList> lists,
    List<Redaction> redactions) {

  public BundleHeader {
    coverage = List.copyOf(coverage);
    lists = List.copyOf(lists);
    redactions = List.copyOf(redactions);
  }
}
