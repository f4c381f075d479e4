package org.safeguard.snapshot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.TypeCoverage;

/// What a bundle says of itself, in its entry `manifest.json`.
///
/// @param formatVersion [#VERSION] for what this tool writes; a higher one cannot be read
/// @param cluster the cluster's name or address, empty where nobody knows
/// @param capturedAt null where nobody knows
/// @param kubernetesVersion such as `1.31.2`, null where nobody knows
/// @param toolVersion of the tool that wrote the bundle
/// @param entries every other entry of the bundle, sorted by path
/// @param coverage what was captured of each type, sorted by type
public record BundleManifest(
    int formatVersion,
    String cluster,
    @Nullable Instant capturedAt,
    @Nullable String kubernetesVersion,
    String toolVersion,
    List<Entry> entries,
    List<TypeCoverage> coverage) {

  /// The entry that holds the manifest.
  public static final String ENTRY = "manifest.json";

  /// What its member `format` says, so that no other `manifest.json` is mistaken for it.
  public static final String FORMAT = "safeguard-bundle";

  /// The format that this tool writes.
  public static final int VERSION = 1;

  public BundleManifest {
    entries = List.copyOf(entries);
    coverage = List.copyOf(coverage);
  }

  /// One entry of the bundle.
  ///
  /// @param path inside the bundle, such as `objects/apps/v1/deployments.jsonl`
  /// @param bytes its length, decompressed
  /// @param sha256 lower-case hexadecimal of its decompressed bytes
  /// @param objects the number of Kubernetes objects, one a line; 0 for the capture log
  public record Entry(String path, long bytes, String sha256, int objects) {}
}
