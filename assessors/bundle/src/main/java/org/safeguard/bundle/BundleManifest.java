package org.safeguard.bundle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.ObjectNode;

/// What a bundle says of itself, in its entry `manifest.json`.
///
/// @param formatVersion [#VERSION] for what this tool writes; a higher one cannot be read
/// @param cluster the cluster's name or address, empty where nobody knows
/// @param capturedAt null where nobody knows
/// @param kubernetesVersion such as `1.31.2`, null where nobody knows
/// @param toolVersion of the tool that wrote the bundle
/// @param entries every other entry of the bundle, sorted by path
/// @param coverage what was captured of each type, sorted by type
/// @param lists one for each list that was asked for, sorted by type and path; empty in version 1
public record BundleManifest(
    int formatVersion,
    String cluster,
    @Nullable Instant capturedAt,
    @Nullable String kubernetesVersion,
    String toolVersion,
    List<Entry> entries,
    List<TypeCoverage> coverage,
    List<CapturedList> lists) {

  /// The entry that holds the manifest.
  public static final String ENTRY = "manifest.json";

  /// The entry that says what was read: one request, or one imported file, a line.
  public static final String LOG = "capture-log.jsonl";

  /// The entry that says what was taken out; version 1 has none.
  public static final String REDACTIONS = "redaction.json";

  /// What its member `format` says, so that no other `manifest.json` is mistaken for it.
  public static final String FORMAT = "safeguard-bundle";

  /// The format that this tool writes.
  public static final int VERSION = 2;

  public BundleManifest {
    entries = List.copyOf(entries);
    coverage = List.copyOf(coverage);
    lists = List.copyOf(lists);
  }

  /// Whether a document is a bundle's manifest.
  public static boolean isOne(ObjectNode document) {
    return document.text("format").filter(FORMAT::equals).isPresent();
  }

  /// The manifest in a document; what is missing reads as empty, so that the check of the entries
  /// finds the fault.
  public static BundleManifest read(ObjectNode document) {
    return BundleManifestText.read(document);
  }

  /// The number of Kubernetes objects.
  public int objects() {
    return entries.stream().mapToInt(Entry::objects).sum();
  }

  /// One entry of the bundle.
  ///
  /// @param path inside the bundle, such as `objects/apps/v1/deployments.jsonl`
  /// @param bytes its length, decompressed
  /// @param sha256 lower-case hexadecimal of its decompressed bytes
  /// @param objects the number of Kubernetes objects, one a line; 0 for the log and the redactions
  public record Entry(String path, long bytes, String sha256, int objects) {}
}
