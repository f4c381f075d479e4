package org.safeguard.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safeguard.bundle.Bundle;
import org.safeguard.bundle.BundleManifest;
import org.safeguard.bundle.BundleSpool;
import org.safeguard.model.snapshot.CaptureRecord;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.redaction.Profile;

/// What an earlier, partial bundle has complete already.
///
/// @param types that need not be asked for again
/// @param coverage of these types
/// @param lists of these types
/// @param redactions of these types
record Resumed(
    Set<ResourceType> types,
    List<TypeCoverage> coverage,
    List<CapturedList> lists,
    List<Redaction> redactions) {

  static final Resumed NOTHING = new Resumed(Set.of(), List.of(), List.of(), List.of());

  /// Namespaces are read again, since they may be needed as the way round a forbidden list.
  private static final ResourceType NAMESPACE = new ResourceType("", "Namespace");

  /// Takes over what is complete. A strict capture reads anew where the earlier one kept literal
  /// values, since that one may have been less strict.
  ///
  /// @throws UnreadableInputException when it is no bundle, or one of another cluster
  static Resumed from(Path bundle, BundleSpool spool, String cluster, Profile profile)
      throws UnreadableInputException, IOException {
    if (!Files.exists(bundle)) {
      return NOTHING;
    }
    BundleManifest manifest = Bundle.manifest(bundle);
    if (!manifest.cluster().equals(cluster)) {
      throw new UnreadableInputException(
          bundle.toString(),
          "it is a bundle of another cluster: " + Words.of(manifest.cluster(), 200),
          "Name another bundle, or the context of that cluster");
    }
    CaptureRecord record = Bundle.record(bundle);
    Set<ResourceType> anew = new HashSet<>(Set.of(NAMESPACE));
    if (profile == Profile.STRICT) {
      record.redactions().stream().filter(Redaction::kept).forEach(row -> anew.add(row.type()));
    }
    Set<ResourceType> types =
        spool.adopt(
            bundle,
            coverage -> coverage.state() == Coverage.CAPTURED && !anew.contains(coverage.type()));
    return new Resumed(
        types,
        manifest.coverage().stream().filter(entry -> types.contains(entry.type())).toList(),
        record.lists().stream().filter(list -> types.contains(list.type())).toList(),
        record.redactions().stream().filter(entry -> types.contains(entry.type())).toList());
  }
}
