package org.safeguard.desktop.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safeguard.desktop.fixture.SmallAssessment;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.risk.EvidenceState;
import org.safeguard.model.risk.Level;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.verdict.Status;

class OverviewTest {

  private final Overview overview = Overview.of(SmallAssessment.create());

  @Test
  void everyStatusAndSeverityIsCounted() {
    assertEquals(
        Map.of(
            Status.FAILED, 15, Status.PASSED, 20, Status.NOT_ASSESSED, 4, Status.NOT_APPLICABLE, 1),
        overview.verdicts());
    assertEquals(
        Map.of(
            Severity.CRITICAL,
            2,
            Severity.HIGH,
            2,
            Severity.MEDIUM,
            1,
            Severity.LOW,
            10,
            Severity.INFO,
            0),
        overview.failures());
  }

  @Test
  void risksAreCountedWorstLevelFirst() {
    assertEquals(
        List.of(Level.VERY_HIGH, Level.HIGH, Level.MODERATE, Level.LOW, Level.VERY_LOW),
        List.copyOf(overview.risks().keySet()));
    assertEquals(List.of(2, 2, 4, 2, 1), List.copyOf(overview.risks().values()));
  }

  @Test
  void tenRisksAreShownWithWhatWasNotAssessed() {
    assertEquals(10, overview.worst().size());
    TopRisk eighth = overview.worst().get(7);
    assertEquals("NET-02", eighth.risk().safeguard());
    assertEquals(3, eighth.notAssessed());
  }

  @Test
  void gapsAreGroupedByCauseMostVerdictsFirst() {
    assertEquals(
        List.of(Cause.Code.FORBIDDEN, Cause.Code.PROVIDER_MANAGED),
        overview.gaps().stream().map(Gap::code).toList());
    assertEquals(3, overview.gaps().getFirst().details().getFirst().verdicts());
  }

  @Test
  void coverageShowsGapsBeforeWhatWasCaptured() {
    assertEquals(
        List.of(
            Coverage.PARTIAL,
            Coverage.ABSENT,
            Coverage.FORBIDDEN,
            Coverage.CAPTURED,
            Coverage.CAPTURED,
            Coverage.CAPTURED),
        overview.coverage().stream().map(TypeCoverage::state).toList());
    assertEquals(61, overview.objects());
  }

  @Test
  void statesAndLeftOutPartsAreCounted() {
    assertEquals(6, overview.safeguards().get(EvidenceState.CONTRADICTED));
    assertEquals(3, overview.citations().get(EvidenceState.ATTESTATION_NEEDED));
    assertEquals(1, overview.skipped().get(Skipped.Kind.NOT_KUBERNETES).size());
  }
}
