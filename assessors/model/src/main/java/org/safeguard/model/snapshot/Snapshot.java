package org.safeguard.model.snapshot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that one source says about one cluster.
///
/// @param id SHA-256 over the names and hashes of the files read, so equal input gives an equal id
/// @param source as the user named it, without its folders
/// @param format what was recognised: `bundle`, `kubectl-list`, `manifests`, …
/// @param cluster the cluster's name or address where the source tells, else empty
/// @param capturedAt null where the source does not tell
/// @param kubernetesVersion such as `1.31.2`, null where the source does not tell
/// @param files what was read
/// @param resources without duplicates, in the order of reading
/// @param coverage sorted by type
/// @param skipped what was left out, in the order of reading
/// @param record how it was captured and what was redacted; [CaptureRecord#NONE] where nobody says
public record Snapshot(
    String id,
    String source,
    String format,
    String cluster,
    @Nullable Instant capturedAt,
    @Nullable String kubernetesVersion,
    List<SourceFile> files,
    List<Resource> resources,
    List<TypeCoverage> coverage,
    List<Skipped> skipped,
    CaptureRecord record) {

  public Snapshot {
    files = List.copyOf(files);
    resources = List.copyOf(resources);
    coverage = List.copyOf(coverage);
    skipped = List.copyOf(skipped);
  }

  /// A snapshot whose source says nothing of how it was captured.
  public Snapshot(
      String id,
      String source,
      String format,
      String cluster,
      @Nullable Instant capturedAt,
      @Nullable String kubernetesVersion,
      List<SourceFile> files,
      List<Resource> resources,
      List<TypeCoverage> coverage,
      List<Skipped> skipped) {
    this(
        id,
        source,
        format,
        cluster,
        capturedAt,
        kubernetesVersion,
        files,
        resources,
        coverage,
        skipped,
        CaptureRecord.NONE);
  }

  /// What is known of a type; [Coverage#UNKNOWN] for a type nobody mentioned.
  public TypeCoverage coverageOf(ResourceType type) {
    return coverage.stream()
        .filter(entry -> entry.type().equals(type))
        .findFirst()
        .orElseGet(() -> TypeCoverage.unknown(type));
  }
}
