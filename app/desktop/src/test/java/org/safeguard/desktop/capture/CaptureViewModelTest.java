package org.safeguard.desktop.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.capture.CaptureOptions;
import org.safeguard.desktop.fixture.Parts;
import org.safeguard.desktop.usecase.Captured;
import org.safeguard.model.snapshot.Coverage;

class CaptureViewModelTest {

  @TempDir Path folder;
  private Parts parts;
  private CaptureViewModel model;

  @BeforeEach
  void makeParts() {
    parts = new Parts(folder);
    model = parts.capture;
  }

  private void start(String context) {
    model.start(
        CaptureOptions.defaults().withContext(context).withSecretNames(true),
        folder.resolve("a.zip"));
  }

  @Test
  void whatIsMissingStandsFirstWhenItIsOver() {
    start("lakeside");
    assertEquals(CaptureState.DONE, model.stateProperty().get());
    assertEquals(
        List.of(Coverage.FORBIDDEN, Coverage.CAPTURED, Coverage.UNKNOWN, Coverage.ABSENT),
        model.rows().stream().map(CaptureRow::coverage).distinct().toList());
    assertEquals(
        new CaptureTotals(6, 6, 2_085, 6, Duration.ZERO, ""), model.totalsProperty().get());
  }

  @Test
  void aWholeCaptureSaysSo() {
    start("whole");
    Captured outcome = Objects.requireNonNull(model.outcomeProperty().get());
    assertTrue(outcome.complete());
    assertEquals(folder.resolve("a.zip"), outcome.bundle());
  }

  @Test
  void theRestIsCapturedIntoTheSameBundle() {
    start("lakeside");
    model.captureTheRest();
    assertEquals(
        List.of("capture lakeside STANDARD", "resume lakeside STANDARD"), parts.captures.calls);
    assertEquals(folder.resolve("a.zip"), model.bundle());
  }

  @Test
  void aCaptureThatFailsCanBeTriedAgain() {
    start("down");
    assertEquals(CaptureState.FAILED, model.stateProperty().get());
    assertEquals(
        "Check the network, the VPN and the address",
        Objects.requireNonNull(model.failureProperty().get()).remedy());
    assertNull(model.outcomeProperty().get());
    model.tryAgain();
    assertEquals(2, parts.captures.calls.size());
    model.leave();
    assertEquals(CaptureState.IDLE, model.stateProperty().get());
  }

  @Test
  void theBundleIsReadBeforeItIsAssessed() {
    start("whole");
    model.assess();
    assertEquals(List.of("read a.zip"), parts.useCases.calls);
    assertEquals(1, parts.session.sourcesProperty().get().size());
  }

  @Test
  void theFolderIsShown() {
    start("whole");
    model.showInFolder();
    assertEquals(List.of(folder.getFileName().toString()), parts.platform.opened);
  }

  @Test
  void aClockShowsMinutesAndSeconds() {
    assertEquals("61:05", CaptureTotals.NONE.at(Duration.ofSeconds(3_665)).clock());
    assertEquals(-1, CaptureTotals.NONE.fraction());
  }
}
