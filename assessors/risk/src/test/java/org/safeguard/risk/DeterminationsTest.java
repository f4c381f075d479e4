package org.safeguard.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safeguard.model.risk.EvidenceState.ATTESTATION_NEEDED;
import static org.safeguard.model.risk.EvidenceState.CONTRADICTED;
import static org.safeguard.model.risk.EvidenceState.NOT_ASSESSED;
import static org.safeguard.model.risk.EvidenceState.SUPPORTED;
import static org.safeguard.risk.Example.verdict;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguard.model.risk.SafeguardDetermination;
import org.safeguard.model.rule.Safeguard;
import org.safeguard.model.verdict.Verdict;

class DeterminationsTest {

  @Test
  void directPassSupports() {
    assertEquals(
        new SafeguardDetermination(
            Example.WRK_02,
            SUPPORTED,
            "2 checks passed, 1 of them as direct evidence, and none failed.",
            2,
            0,
            0),
        of(
            Example.WRK_02,
            verdict(Example.READ_ONLY, Example.PASSED),
            verdict(Example.NON_ROOT, Example.PASSED)));
  }

  @Test
  void failureOfASupportingRuleContradicts() {
    assertEquals(
        new SafeguardDetermination(
            Example.WRK_02,
            CONTRADICTED,
            "1 check failed and 1 passed; 1 could not be assessed.",
            1,
            1,
            1),
        of(
            Example.WRK_02,
            verdict(Example.NON_ROOT, Example.FAILED),
            verdict(Example.READ_ONLY, Example.PASSED),
            verdict(Example.READ_ONLY, Example.NOT_ASSESSED)));
  }

  @Test
  void gapBesidesDirectPassesIsNotAssessed() {
    assertEquals(
        new SafeguardDetermination(
            Example.WRK_02,
            NOT_ASSESSED,
            "1 check could not be assessed from the snapshot; 1 passed and none failed.",
            1,
            0,
            1),
        of(
            Example.WRK_02,
            verdict(Example.READ_ONLY, Example.PASSED),
            verdict(Example.READ_ONLY, Example.NOT_ASSESSED)));
  }

  @Test
  void passesOfSupportingRulesOnlyNeedAttestation() {
    assertEquals(
        new SafeguardDetermination(
            Example.WRK_02,
            ATTESTATION_NEEDED,
            "1 check passed, but only of rules that prove nothing alone, so a person must attest"
                + " it.",
            1,
            0,
            0),
        of(Example.WRK_02, verdict(Example.NON_ROOT, Example.PASSED)));
  }

  @Test
  void nothingApplicableNeedsAttestation() {
    assertEquals(
        new SafeguardDetermination(
            Example.WRK_02,
            ATTESTATION_NEEDED,
            "Nothing in the snapshot is of the kind that its 2 rules examine, so a person must"
                + " attest it.",
            0,
            0,
            0),
        of(Example.WRK_02, verdict(Example.READ_ONLY, Example.NOT_APPLICABLE)));
  }

  @Test
  void safeguardWithoutRulesNeedsAttestation() {
    assertEquals(
        new SafeguardDetermination(
            Example.GOV_04,
            ATTESTATION_NEEDED,
            "No rule examines it, so a person must attest it.",
            0,
            0,
            0),
        of(Example.GOV_04, verdict(Example.READ_ONLY, Example.FAILED)));
  }

  private static SafeguardDetermination of(Safeguard safeguard, Verdict... verdicts) {
    return Determinations.of(new Catalogue(List.of(Example.PACK)), List.of(verdicts)).stream()
        .filter(determination -> determination.safeguard().equals(safeguard))
        .findFirst()
        .orElseThrow();
  }
}
