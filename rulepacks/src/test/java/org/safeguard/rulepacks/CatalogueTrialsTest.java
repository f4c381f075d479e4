package org.safeguard.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.safeguard.document.Documents;
import org.safeguard.kubernetes.KubernetesFacts;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;
import org.safeguard.rules.PackLoader;
import org.safeguard.rules.RuleEngine;
import org.safeguard.snapshot.SnapshotReader;
import org.safeguard.snapshot.Source;

/// Forty rows of the catalogue, drawn by lot, tried with manifests as the documentation of the
/// tools shows them, not with the examples of our own rules: one that breaks the check and one
/// that keeps it. They are read from files, as a user's are.
class CatalogueTrialsTest {

  private static final Path TRIALS = Path.of("src", "test", "resources", "catalogue-trials");
  private static final Path PACK = Path.of("hipaa-container-safeguards").toAbsolutePath();

  /// A trial.
  ///
  /// @param folder where its manifests are
  /// @param rules the rules that cover the row
  /// @param about its `trial.yaml`
  private record Trial(Path folder, List<String> rules, ObjectNode about) {

    List<Status> of(String file, RuleEngine engine) throws Exception {
      Snapshot snapshot =
          at(new SnapshotReader().read(new Source.PathSource(folder.resolve(file)), Progress.NONE));
      return engine.evaluate(KubernetesFacts.of(snapshot, Scope.NONE), Progress.NONE).stream()
          .filter(verdict -> rules.contains(verdict.rule().id()))
          .map(Verdict::status)
          .toList();
    }

    /// The snapshot as if it had been taken when the trial says.
    private Snapshot at(Snapshot read) {
      return new Snapshot(
          read.id(),
          read.source(),
          read.format(),
          read.cluster(),
          about.text("captured-at").map(Instant::parse).orElse(read.capturedAt()),
          read.kubernetesVersion(),
          read.files(),
          read.resources(),
          read.coverage(),
          read.skipped());
    }
  }

  @TestFactory
  Stream<DynamicTest> trials() throws Exception {
    RuleEngine engine = new RuleEngine(List.of(PackLoader.load(PACK)));
    Catalogue catalogue = Catalogue.read();
    Stream.Builder<DynamicTest> tests = Stream.builder();
    try (Stream<Path> folders = Files.list(TRIALS)) {
      for (Path folder : folders.sorted().toList()) {
        Trial trial = trial(folder, catalogue);
        tests.add(
            DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(trial, engine)));
      }
    }
    return tests.build();
  }

  private static void check(Trial trial, RuleEngine engine) throws Exception {
    List<Status> broken = trial.of("breaks.yaml", engine);
    List<Status> kept = trial.of("keeps.yaml", engine);

    assertFalse(trial.rules().isEmpty(), "no rule covers the row");
    assertTrue(broken.contains(Status.FAILED), trial.rules() + " on breaks.yaml: " + broken);
    assertFalse(kept.contains(Status.FAILED), trial.rules() + " on keeps.yaml: " + kept);
    Status expected = trial.about().text("keeps-as").map(Status::valueOf).orElse(Status.PASSED);
    assertTrue(kept.contains(expected), trial.rules() + " on keeps.yaml: " + kept);
  }

  private static Trial trial(Path folder, Catalogue catalogue) throws Exception {
    ObjectNode about =
        (ObjectNode) Documents.yaml(Files.readString(folder.resolve("trial.yaml"))).getFirst();
    List<CatalogueRow> rows =
        catalogue.all().stream()
            .filter(row -> row.check().equals(about.text("check").orElseThrow()))
            .toList();
    assertEquals(1, rows.size(), folder + ": rows of this check");
    return new Trial(folder, rows.getFirst().rules(), about);
  }
}
