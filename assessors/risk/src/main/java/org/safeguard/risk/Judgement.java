package org.safeguard.risk;

import java.util.List;
import org.safeguard.model.risk.Asset;
import org.safeguard.model.risk.SafeguardDetermination;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.verdict.Verdict;

/// Turns verdicts into what management asks for: the state of every safeguard and citation, and the
/// risks. A list of failed checks is a gap list; a risk names assets, threat, vulnerability,
/// controls, likelihood and impact, and says how each follows. Everything here is a proposal: a
/// person decides.
///
/// The rules are those of [Determinations], [CitationStates], [RiskRegister] and [Ratings], and for
/// people in `docs/judgement.md`. The order of the input never matters.
public final class Judgement {

  private Judgement() {}

  /// Judges a whole assessment.
  ///
  /// @param packs the packs whose rules gave the verdicts, checked by their loader
  /// @param verdicts every verdict, whatever its outcome
  /// @param assets the ePHI inventory
  /// @throws IllegalArgumentException when a rule supports no safeguard of `packs`
  public static Judged judge(List<Pack> packs, List<Verdict> verdicts, List<Asset> assets) {
    Catalogue catalogue = new Catalogue(packs);
    List<SafeguardDetermination> safeguards = Determinations.of(catalogue, verdicts);
    return new Judged(
        safeguards,
        CitationStates.of(catalogue, safeguards),
        RiskRegister.of(catalogue, verdicts, new AssetIndex(assets)));
  }
}
