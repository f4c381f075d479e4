package org.safeguard.bundle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.CaptureRecord;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.tree.ObjectNode;

/// Gathers from a bundle's own documents how it came about.
public final class BundleRecords {

  private final List<CaptureRequest> requests = new ArrayList<>();
  private final List<Redaction> redactions = new ArrayList<>();
  private @Nullable BundleManifest manifest;

  /// Has gathered nothing yet.
  public BundleRecords() {}

  /// Takes a document, or a line of the log.
  ///
  /// @param entry where it lies in the bundle
  /// @return whether it is a part of a bundle
  public boolean note(String entry, ObjectNode document) {
    return switch (entry) {
      case BundleManifest.ENTRY -> manifest(document);
      case BundleManifest.REDACTIONS -> redactions(document);
      case BundleManifest.LOG -> log(document);
      default -> false;
    };
  }

  /// Takes over what others have gathered.
  public void add(BundleRecords other) {
    requests.addAll(other.requests);
    redactions.addAll(other.redactions);
    manifest = manifest == null ? other.manifest : manifest;
  }

  /// The manifest, null where there was none.
  public @Nullable BundleManifest manifest() {
    return manifest;
  }

  /// What was gathered; [CaptureRecord#NONE] without a manifest, since then it is no bundle.
  public CaptureRecord record() {
    return manifest == null
        ? CaptureRecord.NONE
        : new CaptureRecord(manifest.lists(), requests, redactions);
  }

  private boolean manifest(ObjectNode document) {
    if (!BundleManifest.isOne(document)) {
      return false;
    }
    manifest = BundleManifest.read(document);
    return true;
  }

  private boolean redactions(ObjectNode document) {
    if (!RecordText.isRedactions(document)) {
      return false;
    }
    redactions.addAll(RecordText.redactions(document));
    return true;
  }

  private boolean log(ObjectNode line) {
    RecordText.request(line).ifPresent(requests::add);
    return line.has("method") || line.has("sha256");
  }
}
