package org.safeguard.desktop.source;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.safeguard.desktop.usecase.CoverageOrder;
import org.safeguard.desktop.usecase.ReadSource;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;

/// What a source holds, as one reads it before the run.
///
/// @param source that was read
/// @param coverage gaps first, then by type
/// @param skipped what was left out, by sort
/// @param redactions what was taken out, and then what was kept
public record Preview(
    ReadSource source,
    List<TypeCoverage> coverage,
    Map<Skipped.Kind, List<Skipped>> skipped,
    List<Redaction> redactions) {

  static Preview of(ReadSource source) {
    Map<Skipped.Kind, List<Skipped>> skipped = new EnumMap<>(Skipped.Kind.class);
    for (Skipped.Kind kind : Skipped.Kind.values()) {
      List<Skipped> parts =
          source.snapshot().skipped().stream().filter(part -> part.kind() == kind).toList();
      if (!parts.isEmpty()) {
        skipped.put(kind, parts);
      }
    }
    return new Preview(
        source,
        source.snapshot().coverage().stream().sorted(CoverageOrder.GAPS_FIRST).toList(),
        skipped,
        source.snapshot().record().redactions().stream().sorted().toList());
  }

  Snapshot snapshot() {
    return source.snapshot();
  }

  /// The file's or folder's own name.
  String name() {
    Path name = source.path().getFileName();
    return name == null ? source.path().toString() : name.toString();
  }

  int objects() {
    return source.snapshot().resources().size();
  }

  /// Types of which not all is here.
  long gaps() {
    return coverage.stream().filter(type -> CoverageOrder.isGap(type.state())).count();
  }

  /// Values that were taken out.
  long takenOut() {
    return redactions.stream().filter(one -> !one.kept()).mapToLong(Redaction::count).sum();
  }

  int leftOut() {
    return source.snapshot().skipped().size();
  }
}
