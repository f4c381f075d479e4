package org.safeguard.risk;

import static org.safeguard.risk.Wording.count;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeguard.model.risk.EvidenceState;
import org.safeguard.model.risk.SafeguardDetermination;
import org.safeguard.model.rule.Safeguard;
import org.safeguard.model.rule.Strength;
import org.safeguard.model.rule.Support;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// The state of each safeguard. The first of these that fits:
///
/// 1. a failed verdict of a rule that supports it: contradicted;
/// 2. a verdict that could not be given: not assessed;
/// 3. a passed verdict of a rule that supports it directly: supported;
/// 4. otherwise (passes of supporting rules only, nothing applicable, no rule): attestation needed.
///
/// So a gap in the evidence never makes a safeguard supported, and a pass can only help.
final class Determinations {

  private static final class Tally {
    private final Map<Status, Integer> counts = new EnumMap<>(Status.class);
    private int directPasses;

    void add(Status status, Strength strength) {
      counts.merge(status, 1, Integer::sum);
      if (status == Status.PASSED && strength == Strength.DIRECT) {
        directPasses++;
      }
    }

    int of(Status status) {
      return counts.getOrDefault(status, 0);
    }
  }

  private final Catalogue catalogue;
  private final Map<String, Tally> tallies = new HashMap<>();

  private Determinations(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  static List<SafeguardDetermination> of(Catalogue catalogue, List<Verdict> verdicts) {
    Determinations determinations = new Determinations(catalogue);
    for (Verdict verdict : verdicts) {
      for (Support support : verdict.rule().supports()) {
        determinations
            .tallies
            .computeIfAbsent(support.safeguard(), _ -> new Tally())
            .add(verdict.status(), support.strength());
      }
    }
    return catalogue.safeguards().stream().map(determinations::determine).toList();
  }

  private SafeguardDetermination determine(Safeguard safeguard) {
    Tally tally = tallies.getOrDefault(safeguard.id(), new Tally());
    EvidenceState state = state(tally);
    return new SafeguardDetermination(
        safeguard,
        state,
        reason(safeguard, state, tally),
        tally.of(Status.PASSED),
        tally.of(Status.FAILED),
        tally.of(Status.NOT_ASSESSED));
  }

  private static EvidenceState state(Tally tally) {
    if (tally.of(Status.FAILED) > 0) {
      return EvidenceState.CONTRADICTED;
    }
    if (tally.of(Status.NOT_ASSESSED) > 0) {
      return EvidenceState.NOT_ASSESSED;
    }
    return tally.directPasses > 0 ? EvidenceState.SUPPORTED : EvidenceState.ATTESTATION_NEEDED;
  }

  private String reason(Safeguard safeguard, EvidenceState state, Tally tally) {
    int passed = tally.of(Status.PASSED);
    int notAssessed = tally.of(Status.NOT_ASSESSED);
    return switch (state) {
      case CONTRADICTED ->
          "%s failed and %d passed%s."
              .formatted(
                  count(tally.of(Status.FAILED), "check"),
                  passed,
                  notAssessed == 0 ? "" : "; " + notAssessed + " could not be assessed");
      case NOT_ASSESSED ->
          "%s could not be assessed from the snapshot; %d passed and none failed."
              .formatted(count(notAssessed, "check"), passed);
      case SUPPORTED ->
          "%s passed, %d of them as direct evidence, and none failed."
              .formatted(count(passed, "check"), tally.directPasses);
      case ATTESTATION_NEEDED -> attestation(safeguard, passed);
    };
  }

  private String attestation(Safeguard safeguard, int passed) {
    long rules = catalogue.rules(safeguard.id());
    if (passed > 0) {
      return "%s passed, but only of rules that prove nothing alone, so a person must attest it."
          .formatted(count(passed, "check"));
    }
    return rules == 0
        ? "No rule examines it, so a person must attest it."
        : ("Nothing in the snapshot is of the kind that its %s examine%s, so a person must attest"
                + " it.")
            .formatted(count(rules, "rule"), rules == 1 ? "s" : "");
  }
}
