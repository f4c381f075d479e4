package org.safeguard.desktop.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.desktop.fixture.Parts;
import org.safeguard.desktop.fixture.SmallAssessment;
import org.safeguard.desktop.run.RunState;
import org.safeguard.workbench.ExportFormat;

class EngagementSessionTest {

  @TempDir Path folder;
  private Parts parts;

  @BeforeEach
  void makeParts() {
    parts = new Parts(folder);
  }

  @Test
  void aSourceAsksForAnEngagementNamedAfterIt() {
    parts.session.assess(List.of(folder.resolve("dump.yaml.gz")));
    assertEquals(List.of("assess dump.yaml.gz into dump.safeguard"), parts.useCases.calls);
    assertEquals(SmallAssessment.create(), parts.session.assessmentProperty().get());
    assertEquals(List.of(folder.resolve("dump.safeguard")), parts.recent.list());
  }

  @Test
  void aSourceGoesIntoTheOpenEngagement() {
    parts.session.newEngagement();
    parts.session.assessFile();
    assertEquals(
        List.of("create engagement.safeguard", "assess dump.yaml into engagement.safeguard"),
        parts.useCases.calls);
  }

  @Test
  void aDroppedEngagementIsOpened() {
    parts.session.assess(List.of(folder.resolve("lakeside.safeguard")));
    assertEquals(List.of("open lakeside.safeguard"), parts.useCases.calls);
  }

  @Test
  void turningBackDoesNothing() {
    parts.dialogs.turnsBack = true;
    parts.session.newEngagement();
    parts.session.openEngagement();
    parts.session.assessFile();
    parts.session.assess(List.of(folder.resolve("dump.yaml")));
    assertEquals(List.of(), parts.useCases.calls);
  }

  @Test
  void aSourceThatCannotBeReadLeavesTheEngagementAsItWas() {
    parts.session.openEngagement();
    parts.session.assess(List.of(folder.resolve("broken")));
    assertEquals(RunState.FAILED, parts.run.stateProperty().get());
    assertEquals(SmallAssessment.create(), parts.session.assessmentProperty().get());
  }

  @Test
  void exportingTellsWhereTheDocumentIs() {
    parts.session.openEngagement();
    parts.session.export(ExportFormat.CSV);
    assertEquals(
        List.of("open lakeside.safeguard", "export CSV to lakeside.csv"), parts.useCases.calls);
    assertEquals(folder.resolve("lakeside.csv"), parts.session.exportedProperty().get());
  }

  @Test
  void nothingIsExportedBeforeSomethingIsAssessed() {
    parts.session.newEngagement();
    parts.session.export(ExportFormat.XLSX);
    assertEquals(List.of("create engagement.safeguard"), parts.useCases.calls);
    assertNull(parts.session.exportedProperty().get());
  }
}
