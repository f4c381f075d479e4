package org.safeguard.workbench;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.Digests;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.snapshot.Snapshot;

/// The id of an assessment: equal input, equal id.
final class AssessmentId {

  private static final int DIGITS = 16;

  private AssessmentId() {}

  static String of(
      List<Snapshot> snapshots, List<Pack> packs, Scope scope, @Nullable String version) {
    StringBuilder input = new StringBuilder();
    snapshots.forEach(snapshot -> input.append(snapshot.id()).append('\n'));
    packs.forEach(pack -> input.append(pack.id()).append(' ').append(pack.sha256()).append('\n'));
    input.append(scope).append('\n').append(version);
    return HexFormat.of()
        .formatHex(Digests.sha256().digest(input.toString().getBytes(StandardCharsets.UTF_8)))
        .substring(0, DIGITS);
  }
}
