package org.safeguard.desktop.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.desktop.fixture.Parts;
import org.safeguard.desktop.fixture.SmallSnapshots;
import org.safeguard.desktop.usecase.ReadSource;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.TypeCoverage;

class PreviewTest {

  private final Preview preview =
      Preview.of(new ReadSource(Path.of("in", "lakeside.zip"), SmallSnapshots.named("lake.zip")));

  @TempDir Path folder;

  @Test
  void gapsStandBeforeWhatIsThere() {
    assertEquals(
        List.of(
            Coverage.FORBIDDEN,
            Coverage.PARTIAL,
            Coverage.CAPTURED,
            Coverage.CAPTURED,
            Coverage.ABSENT),
        preview.coverage().stream().map(TypeCoverage::state).toList());
    assertEquals(2, preview.gaps());
  }

  @Test
  void whatWasTakenOutIsCountedWithoutWhatWasKept() {
    assertEquals(8, preview.takenOut());
    assertEquals(3, preview.redactions().size());
    assertEquals(
        Set.of(Skipped.Kind.NOT_KUBERNETES, Skipped.Kind.OTHER_FILE), preview.skipped().keySet());
    assertEquals("lakeside.zip", preview.name());
  }

  @Test
  void aScopeFileGoesIntoTheRunUnlessItIsTakenBack() {
    Parts parts = new Parts(folder);
    SourceViewModel model = new SourceViewModel(parts.session, parts.dialogs);
    parts.session.read(List.of(folder.resolve("a.zip")));
    model.chooseScope();
    assertEquals(folder.resolve("scope.yaml"), model.scopeProperty().get());
    model.assess();
    parts.session.read(List.of(folder.resolve("a.zip")));
    model.clearScope();
    model.assess();
    assertEquals(
        List.of(
            "read a.zip",
            "assess a.zip with scope.yaml into a.safeguard",
            "read a.zip",
            "assess a.zip into a.safeguard"),
        parts.useCases.calls);
  }

  @Test
  void sourcesOfSeveralClustersAreToldApart() {
    Parts parts = new Parts(folder);
    SourceViewModel model = new SourceViewModel(parts.session, parts.dialogs);
    parts.session.read(List.of(folder.resolve("a.zip"), folder.resolve("dump.yaml")));
    assertEquals("", model.clusters());
    parts.session.add(List.of(folder.resolve("other-b.zip")));
    assertEquals("https://lakeside.example.org:6443, https://other-b.zip", model.clusters());
  }
}
