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
    parts.session.read(List.of(folder.resolve("dump.yaml.gz")));
    parts.session.assess(null);
    assertEquals(
        List.of("read dump.yaml.gz", "assess dump.yaml.gz into dump.safeguard"),
        parts.useCases.calls);
    assertEquals(SmallAssessment.create(), parts.session.assessmentProperty().get());
    assertEquals(List.of(folder.resolve("dump.safeguard")), parts.recent.list());
  }

  @Test
  void aSourceGoesIntoTheOpenEngagement() {
    parts.session.newEngagement();
    parts.session.assessFile();
    parts.session.assess(folder.resolve("scope.yaml"));
    assertEquals(
        List.of(
            "create engagement.safeguard",
            "read dump.yaml",
            "assess dump.yaml with scope.yaml into engagement.safeguard"),
        parts.useCases.calls);
  }

  @Test
  void aDroppedEngagementIsOpened() {
    parts.session.read(List.of(folder.resolve("lakeside.safeguard")));
    assertEquals(List.of("open lakeside.safeguard"), parts.useCases.calls);
  }

  @Test
  void turningBackDoesNothing() {
    parts.dialogs.turnsBack = true;
    parts.session.newEngagement();
    parts.session.openEngagement();
    parts.session.assessFile();
    parts.session.read(List.of());
    parts.session.assess(null);
    assertEquals(List.of(), parts.useCases.calls);
  }

  @Test
  void aSourceThatCannotBeReadLeavesTheEngagementAsItWas() {
    parts.session.openEngagement();
    parts.session.read(List.of(folder.resolve("broken")));
    parts.session.assess(null);
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

  @Test
  void sourcesAreReadOnceAndAssessedTogether() {
    parts.session.read(List.of(folder.resolve("a.zip")));
    parts.session.add(List.of(folder.resolve("b.zip"), folder.resolve("c.zip")));
    parts.session.leaveOut(parts.session.sourcesProperty().get().get(1));
    parts.session.assess(null);
    assertEquals(
        List.of(
            "read a.zip", "read b.zip", "read c.zip", "assess a.zip and c.zip into a.safeguard"),
        parts.useCases.calls);
    assertEquals(List.of(), parts.session.sourcesProperty().get(), "not kept in memory");
  }

  @Test
  void aSourceThatIsAddedAgainIsReadAgainAndStandsOnce() {
    parts.session.read(List.of(folder.resolve("a.zip")));
    parts.session.add(List.of(folder.resolve("a.zip")));
    assertEquals(List.of("read a.zip", "read a.zip"), parts.useCases.calls);
    assertEquals(1, parts.session.sourcesProperty().get().size());
  }

  @Test
  void aSourceThatCannotBeReadLeavesTheOthers() {
    parts.session.read(List.of(folder.resolve("a.zip")));
    parts.session.add(List.of(folder.resolve("unreadable")));
    assertEquals(RunState.FAILED, parts.run.stateProperty().get());
    assertEquals(1, parts.session.sourcesProperty().get().size());
  }
}
