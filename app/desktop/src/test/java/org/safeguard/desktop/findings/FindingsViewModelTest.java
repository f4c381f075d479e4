package org.safeguard.desktop.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.desktop.fixture.Parts;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.verdict.Status;

class FindingsViewModelTest {

  @TempDir Path folder;
  private Parts parts;
  private FindingsViewModel model;

  @BeforeEach
  void openEngagement() {
    parts = new Parts(folder);
    model = new FindingsViewModel(parts.session);
    parts.session.openEngagement();
  }

  @Test
  void failedOnesAreShownFirstWithTheCountsOfTheOthersBeside() {
    assertEquals(15, model.rows().size());
    assertEquals(
        Map.of(
            Status.FAILED, 15, Status.PASSED, 20, Status.NOT_ASSESSED, 4, Status.NOT_APPLICABLE, 1),
        model.countsProperty().get());
    assertEquals(List.of("", "clinic", "ehr"), model.namespaces());
  }

  @Test
  void everyWordMustOccurInAnyOrderAndCase() {
    model.setText("  PRIVILEGED portal ");
    assertEquals(List.of("Container web runs privileged"), texts());
    model.setText("privileged lab");
    assertEquals(List.of(), texts());
  }

  @Test
  void filtersCombine() {
    model.setStatus(null);
    model.setSeverity(Severity.HIGH);
    model.setNamespace("");
    assertEquals(5, model.rows().size());
    model.setStatus(Status.NOT_ASSESSED);
    assertEquals(4, model.rows().size());
    assertEquals(1, model.countsProperty().get().get(Status.FAILED));
  }

  @Test
  void aRiskShowsOnlyWhatItRestsOn() {
    model.showFindings(parts.session.assessmentProperty().get().risks().getFirst());
    assertEquals(List.of("Container web runs privileged"), texts());
    model.clearRisk();
    assertEquals(15, model.rows().size());
  }

  @Test
  void otherLinksSetTheWholeFilter() {
    model.setText("nothing like this");
    model.showVerdicts(Status.PASSED);
    assertEquals(20, model.rows().size());
    model.showFailures(Severity.CRITICAL);
    assertEquals(2, model.rows().size());
  }

  private List<String> texts() {
    return model.rows().stream().map(FindingRow::text).toList();
  }
}
