package org.safeguard.workbench;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.snapshot.Source;

/// What to assess and where the results go.
///
/// @param sources together they describe one cluster; at least one
/// @param engagement the engagement file that keeps the run, made when missing; null to keep
///     nothing
/// @param workbook where the workbook goes; null for none
/// @param json where the result JSON goes; null for none
/// @param packs ids of packs that ship with the tool, or pack folders; empty for the HIPAA pack
/// @param scope the scope file; null for none
/// @param kubernetesVersion such as `1.31`, when the sources do not tell or tell wrong; null to
///     believe them
public record AssessmentRequest(
    List<Source> sources,
    @Nullable Path engagement,
    @Nullable Path workbook,
    @Nullable Path json,
    List<String> packs,
    @Nullable Path scope,
    @Nullable String kubernetesVersion) {

  public AssessmentRequest {
    sources = List.copyOf(sources);
    packs = List.copyOf(packs);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("An assessment needs at least one source");
    }
  }

  /// A request for one source that is kept in an engagement file.
  public static AssessmentRequest into(Path engagement, List<Source> sources) {
    return new AssessmentRequest(sources, engagement, null, null, List.of(), null, null);
  }
}
