package org.safeguard.risk;

import static org.safeguard.risk.Wording.firstSentence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeguard.model.risk.EphiTier;
import org.safeguard.model.risk.Level;
import org.safeguard.model.risk.Rating;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.rule.Safeguard;
import org.safeguard.model.rule.Support;
import org.safeguard.model.rule.Threat;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// Rolls findings up into risks: one for each safeguard and ePHI tier with a finding. A finding
/// belongs to exactly one risk, that of the safeguard its rule supports first and directly.
final class RiskRegister {

  private static final Comparator<Risk> WORST_FIRST =
      Comparator.comparing(Risk::level, Comparator.reverseOrder())
          .thenComparing(risk -> risk.impact().level(), Comparator.reverseOrder())
          .thenComparing(Risk::tier)
          .thenComparing(Risk::id);

  private record Key(String safeguard, EphiTier tier) {}

  private static final class Collected {
    private final Safeguard safeguard;
    private final List<Verdict> failed = new ArrayList<>();
    private final List<Verdict> examined = new ArrayList<>();

    private Collected(Safeguard safeguard) {
      this.safeguard = safeguard;
    }
  }

  private final Catalogue catalogue;
  private final AssetIndex assets;
  private final Map<Key, Collected> collected = new HashMap<>();

  private RiskRegister(Catalogue catalogue, AssetIndex assets) {
    this.catalogue = catalogue;
    this.assets = assets;
  }

  static List<Risk> of(Catalogue catalogue, List<Verdict> verdicts, AssetIndex assets) {
    RiskRegister register = new RiskRegister(catalogue, assets);
    verdicts.forEach(register::collectFailed);
    verdicts.forEach(register::collectExamined);
    return register.collected.entrySet().stream()
        .map(entry -> register.group(entry.getKey(), entry.getValue()))
        .map(RiskRegister::risk)
        .sorted(WORST_FIRST)
        .toList();
  }

  private void collectFailed(Verdict verdict) {
    if (verdict.status() == Status.FAILED) {
      Safeguard owner = catalogue.owner(verdict.rule());
      Key key = new Key(owner.id(), assets.tier(verdict.subject()));
      collected.computeIfAbsent(key, _ -> new Collected(owner)).failed.add(verdict);
    }
  }

  private void collectExamined(Verdict verdict) {
    if (verdict.status() != Status.FAILED && verdict.status() != Status.PASSED) {
      return;
    }
    EphiTier tier = assets.tier(verdict.subject());
    for (Support support : verdict.rule().supports()) {
      Collected group = collected.get(new Key(support.safeguard(), tier));
      if (group != null) {
        group.examined.add(verdict);
      }
    }
  }

  private RiskGroup group(Key key, Collected found) {
    return RiskGroup.of(found.safeguard, key.tier(), found.failed, found.examined, assets);
  }

  private static Risk risk(RiskGroup group) {
    Safeguard safeguard = group.safeguard();
    Threat threat = safeguard.threat();
    Rating initiation = Ratings.initiation(group);
    Rating adverse = Ratings.adverseImpact(group);
    Rating impact = Ratings.impact(group);
    Level likelihood = RiskTables.overallLikelihood(initiation.level(), adverse.level());
    return new Risk(
        "R-" + safeguard.id() + "-" + group.tier(),
        firstSentence(threat.vulnerability()) + " — " + who(group.tier()),
        safeguard.id(),
        group.tier(),
        List.copyOf(group.affected()),
        threat.source(),
        threat.event(),
        threat.vulnerability() + " " + Findings.notHeld(group),
        Findings.held(group),
        initiation,
        adverse,
        likelihood,
        impact,
        RiskTables.riskLevel(likelihood, impact.level()),
        threat.recommendation(),
        safeguard.citations(),
        group.failed().stream().map(Verdict::id).toList());
  }

  private static String who(EphiTier tier) {
    return switch (tier) {
      case HANDLES -> "assets that handle ePHI";
      case PLATFORM -> "the platform itself";
      case UNKNOWN -> "assets with unknown ePHI";
      case NONE -> "assets without ePHI";
    };
  }
}
