package org.safeguard.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safeguard.model.risk.EvidenceState.ATTESTATION_NEEDED;
import static org.safeguard.model.risk.EvidenceState.CONTRADICTED;
import static org.safeguard.model.risk.EvidenceState.NOT_ASSESSED;
import static org.safeguard.model.risk.EvidenceState.SUPPORTED;
import static org.safeguard.risk.Example.verdict;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguard.model.risk.CitationState;
import org.safeguard.model.rule.Citation;
import org.safeguard.model.verdict.Verdict;

class CitationStatesTest {

  @Test
  void allSafeguardsSupportedSupports() {
    assertEquals(
        new CitationState(
            Example.INTEGRITY,
            SUPPORTED,
            "Evidence supports WRK-02, the technical side only; 1 question is open.",
            List.of("WRK-02"),
            List.of(),
            List.of("Q-WRK-02-1")),
        of(Example.INTEGRITY, verdict(Example.READ_ONLY, Example.PASSED)));
  }

  @Test
  void oneContradictedSafeguardContradicts() {
    assertEquals(
        new CitationState(
            Example.WORKFORCE,
            CONTRADICTED,
            "Evidence speaks against WRK-01 (2 failed).",
            List.of(),
            List.of("WRK-01"),
            List.of("Q-GOV-04-1", "Q-GOV-04-2", "Q-WRK-01-1")),
        of(
            Example.WORKFORCE,
            verdict(Example.PRIVILEGED, Example.FAILED),
            verdict(Example.NON_ROOT, Example.FAILED)));
  }

  @Test
  void gapIsNotAssessed() {
    assertEquals(
        new CitationState(
            Example.INTEGRITY,
            NOT_ASSESSED,
            "Nothing examined speaks against it, but WRK-02 could not be fully assessed from the snapshot.",
            List.of(),
            List.of(),
            List.of("Q-WRK-02-1")),
        of(
            Example.INTEGRITY,
            verdict(Example.READ_ONLY, Example.PASSED),
            verdict(Example.READ_ONLY, Example.NOT_ASSESSED)));
  }

  @Test
  void partlySupportedNeedsAttestation() {
    assertEquals(
        new CitationState(
            Example.WORKFORCE,
            ATTESTATION_NEEDED,
            "Evidence supports WRK-01, but a snapshot cannot settle GOV-04; 3 questions are open.",
            List.of("WRK-01"),
            List.of(),
            List.of("Q-GOV-04-1", "Q-GOV-04-2", "Q-WRK-01-1")),
        of(Example.WORKFORCE, verdict(Example.PRIVILEGED, Example.PASSED)));
  }

  @Test
  void technicalEvidenceNeverContradictsWhatOnlyPeopleCanShow() {
    assertEquals(
        new CitationState(
            Example.WORKSTATIONS,
            ATTESTATION_NEEDED,
            "Only people and documents can show this. Technical findings speak against GOV-12"
                + " (1 failed) and must be answered; 1 question is open.",
            List.of(),
            List.of("GOV-12"),
            List.of("Q-GOV-12-1")),
        of(Example.WORKSTATIONS, verdict(Example.LOCAL_VOLUMES, Example.FAILED)));
  }

  @Test
  void technicalEvidenceNeverSupportsWhatOnlyPeopleCanShow() {
    assertEquals(
        new CitationState(
            Example.CONTINGENCY,
            ATTESTATION_NEEDED,
            "Only people and documents can show this; no question is on record for it.",
            List.of("WRK-06"),
            List.of(),
            List.of()),
        of(Example.CONTINGENCY, verdict(Example.LIMITS, Example.PASSED)));
  }

  @Test
  void citationThatNothingServesNeedsAttestation() {
    assertEquals(
        new CitationState(
            Example.TRANSMISSION,
            ATTESTATION_NEEDED,
            "No safeguard of the packs serves it, so a person must attest it.",
            List.of(),
            List.of(),
            List.of()),
        of(Example.TRANSMISSION));
  }

  private static CitationState of(Citation citation, Verdict... verdicts) {
    return Judgement.judge(List.of(Example.PACK), List.of(verdicts), List.of()).citations().stream()
        .filter(state -> state.citation().equals(citation))
        .findFirst()
        .orElseThrow();
  }
}
