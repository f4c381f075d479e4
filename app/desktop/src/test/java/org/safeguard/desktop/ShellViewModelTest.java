package org.safeguard.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.capture.CaptureOptions;
import org.safeguard.desktop.fixture.Parts;
import org.safeguard.workbench.ExportFormat;

class ShellViewModelTest {

  @TempDir Path folder;
  private Parts parts;
  private ShellViewModel model;

  @BeforeEach
  void makeParts() {
    parts = new Parts(folder);
    model = new ShellViewModel(parts.session, parts.run, parts.connect, parts.capture);
  }

  @Test
  void nothingCanBeShownBeforeSomethingIsOpen() {
    model.show(Screen.OVERVIEW);
    model.show(Screen.FINDINGS);
    assertEquals(Screen.START, screen());
  }

  @Test
  void anEmptyEngagementHasAnOverviewAndNoFindings() {
    parts.session.newEngagement();
    assertEquals(Screen.OVERVIEW, screen());
    model.show(Screen.FINDINGS);
    assertEquals(Screen.OVERVIEW, screen());
  }

  @Test
  void anExportReturnsToTheScreenItWasAskedOn() {
    parts.session.openEngagement();
    model.show(Screen.FINDINGS);
    parts.session.export(ExportFormat.JSON);
    assertEquals(Screen.FINDINGS, screen());
  }

  @Test
  void aFailureStaysInSightUntilItIsLeft() {
    parts.session.openEngagement();
    model.show(Screen.FINDINGS);
    parts.session.read(List.of(folder.resolve("broken")));
    assertEquals(Screen.SOURCE, screen());
    parts.session.assess(null);
    assertEquals(Screen.RUN, screen());
    model.show(Screen.START);
    assertEquals(Screen.RUN, screen());
    model.back();
    assertEquals(Screen.SOURCE, screen());
    model.back();
    assertEquals(Screen.OVERVIEW, screen());
  }

  @Test
  void backGoesOneStep() {
    parts.session.openEngagement();
    model.show(Screen.FINDINGS);
    model.back();
    assertEquals(Screen.OVERVIEW, screen());
    model.back();
    model.back();
    assertEquals(Screen.START, screen());
  }

  @Test
  void aCaptureLeadsFromTheConnectionToWhatWasRead() {
    model.show(Screen.CONNECT);
    assertEquals(Screen.CONNECT, screen());
    parts.capture.start(CaptureOptions.defaults().withContext("whole"), folder.resolve("a.zip"));
    assertEquals(Screen.CAPTURE, screen());
    parts.session.read(List.of(folder.resolve("a.zip")));
    assertEquals(Screen.SOURCE, screen());
    parts.session.assess(null);
    assertEquals(Screen.OVERVIEW, screen());
  }

  @Test
  void aCaptureThatIsLeftGoesBackToTheConnection() {
    parts.capture.start(CaptureOptions.defaults().withContext("down"), folder.resolve("a.zip"));
    assertEquals(Screen.CAPTURE, screen());
    model.back();
    assertEquals(Screen.CONNECT, screen());
    model.back();
    assertEquals(Screen.START, screen());
  }

  private Screen screen() {
    return model.screenProperty().get();
  }
}
