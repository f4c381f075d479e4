package org.safeguard.model.risk;

import java.time.Instant;
import java.util.List;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.verdict.Verdict;

/// One run: what was read, what was judged, what follows. The input of every document.
///
/// @param id stable over equal input: SHA-256 over snapshots, packs and scope, 16 digits
/// @param toolVersion of this tool
/// @param assessedAt when it ran
/// @param scope who and what
/// @param packs the packs used, whole
/// @param snapshots the snapshots, whole when just assessed; without objects when read back from
///     an engagement file
/// @param assets the inventory, sorted by object
/// @param verdicts sorted by severity, rule, then subject
/// @param safeguards in the order of the catalogue
/// @param citations in the order of the regulation
/// @param risks highest level first
public record Assessment(
    String id,
    String toolVersion,
    Instant assessedAt,
    Scope scope,
    List<Pack> packs,
    List<Snapshot> snapshots,
    List<Asset> assets,
    List<Verdict> verdicts,
    List<SafeguardDetermination> safeguards,
    List<CitationState> citations,
    List<Risk> risks) {

  public Assessment {
    packs = List.copyOf(packs);
    snapshots = List.copyOf(snapshots);
    assets = List.copyOf(assets);
    verdicts = List.copyOf(verdicts);
    safeguards = List.copyOf(safeguards);
    citations = List.copyOf(citations);
    risks = List.copyOf(risks);
  }
}
