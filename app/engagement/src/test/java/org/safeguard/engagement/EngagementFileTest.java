package org.safeguard.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.CancelledException;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.Level;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Status;

final class EngagementFileTest {

  @TempDir Path folder;

  private Path path() {
    return folder.resolve("portal.safeguard");
  }

  @Test
  void anAssessmentReadsBackAsItWasSavedWithoutObjects() throws Exception {
    Assessment assessment = Samples.assessment();
    try (EngagementFile file = EngagementFile.create(path(), Samples.SESSION)) {
      file.save(assessment, Progress.NONE);
      assertEquals(withoutObjects(assessment), file.read(1));
    }
    try (EngagementFile file = EngagementFile.open(path())) {
      assertEquals(withoutObjects(assessment), file.read(1));
      assertEquals(List.of(), file.integrityCheck());
      assertEquals(Optional.empty(), file.verifyJournal());
    }
  }

  @Test
  void anyAssessmentReadsBackAsItWasSaved() throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261123);
    RandomAssessment assessments = new RandomAssessment(random);
    List<Assessment> saved = new ArrayList<>();
    try (EngagementFile file = EngagementFile.create(path())) {
      for (int i = 0; i < 25; i++) {
        Assessment assessment = assessments.next();
        file.save(assessment, Progress.NONE);
        saved.add(assessment);
        assertEquals(withoutObjects(assessment), file.read(saved.size()));
      }
    }
    try (EngagementFile file = EngagementFile.open(path())) {
      assertEquals(List.of(), file.integrityCheck());
      assertEquals(Optional.empty(), file.verifyJournal());
      for (int i = 0; i < saved.size(); i++) {
        assertEquals(withoutObjects(saved.get(i)), file.read(i + 1));
        assertObjects(file, i + 1, saved.get(i));
      }
    }
  }

  private static void assertObjects(EngagementFile file, long run, Assessment assessment)
      throws UnreadableInputException {
    for (Snapshot snapshot : assessment.snapshots()) {
      for (Resource resource : snapshot.resources()) {
        ObjectReference reference =
            new ObjectReference(
                resource.apiVersion(),
                resource.kind(),
                resource.namespace(),
                resource.name(),
                resource.uid(),
                null);
        assertTrue(file.object(run, reference).isPresent(), reference::toString);
      }
    }
  }

  @Test
  void theListOfRunsCountsVerdictsAndRisks() throws Exception {
    try (EngagementFile file = EngagementFile.create(path(), Samples.SESSION)) {
      assertEquals(List.of(), file.runs());
      file.save(Samples.assessment(), Progress.NONE);
      assertEquals(
          List.of(
              new RunSummary(
                  1,
                  "3f1c0a9be2d45678",
                  Samples.NOW,
                  "portal.json",
                  Map.of(
                      Status.PASSED, 1,
                      Status.FAILED, 1,
                      Status.NOT_APPLICABLE, 1,
                      Status.NOT_ASSESSED, 1),
                  Map.of(
                      Level.VERY_LOW, 0,
                      Level.LOW, 0,
                      Level.MODERATE, 0,
                      Level.HIGH, 0,
                      Level.VERY_HIGH, 1))),
          file.runs());
    }
  }

  @Test
  void anObjectIsFoundWithItsContent() throws Exception {
    try (EngagementFile file = EngagementFile.create(path())) {
      file.save(Samples.assessment(), Progress.NONE);
      StoredObject object = file.object(1, Samples.WEB).orElseThrow();
      assertEquals("portal.json", object.file());
      assertEquals(
          Map.of("apiVersion", "apps/v1", "kind", "Deployment", "spec", Map.of("replicas", 2L)),
          object.body().plain());
      assertEquals(List.of("apiVersion", "kind", "spec"), object.body().keys());
    }
  }

  @Test
  void anObjectIsFoundByAnotherVersionOfItsGroupButNotInAnotherGroup() throws Exception {
    try (EngagementFile file = EngagementFile.create(path())) {
      file.save(Samples.assessment(), Progress.NONE);
      assertTrue(file.object(1, web("apps/v1beta2", "portal", "web")).isPresent());
      assertEquals(Optional.empty(), file.object(1, web("extensions/v1", "portal", "web")));
      assertEquals(Optional.empty(), file.object(1, web("v1", "portal", "web")));
      assertEquals(Optional.empty(), file.object(1, web("apps/v1", "default", "web")));
      assertEquals(Optional.empty(), file.object(1, web("apps/v1", "portal", "other")));
      assertEquals(Optional.empty(), file.object(2, Samples.WEB));
    }
  }

  private static ObjectReference web(String apiVersion, String namespace, String name) {
    return new ObjectReference(apiVersion, "Deployment", namespace, name, null, null);
  }

  @Test
  void anObjectWithoutNamespaceIsFoundInDefault() throws Exception {
    Resource first = resource("", "one");
    try (EngagementFile file = EngagementFile.create(path())) {
      file.save(withResources(List.of(first, resource("other", "two"))), Progress.NONE);
      assertEquals(
          Map.of("text", "one"),
          file.object(1, web("apps/v1", "default", "web")).orElseThrow().body().plain());
      file.save(withResources(List.of(first, resource("default", "three"))), Progress.NONE);
      assertEquals(
          Map.of("text", "three"),
          file.object(2, web("apps/v1", "default", "web")).orElseThrow().body().plain());
    }
  }

  @Test
  void halfASurrogatePairInAnObjectSurvives() throws Exception {
    try (EngagementFile file = EngagementFile.create(path())) {
      file.save(withResources(List.of(resource("", "a\ud800b"))), Progress.NONE);
      assertEquals(
          Map.of("text", "a\ud800b"),
          file.object(1, web("apps/v1", "", "web")).orElseThrow().body().plain());
    }
  }

  private static Resource resource(String namespace, String text) {
    return new Resource(
        "apps/v1",
        "Deployment",
        namespace,
        "web",
        null,
        null,
        "-",
        ObjectNode.builder(1).put("text", new ScalarNode(text, 1)).build());
  }

  private static Assessment withResources(List<Resource> resources) {
    Assessment of = Samples.assessment();
    Snapshot snapshot = of.snapshots().getFirst();
    return withSnapshots(of, List.of(withResources(snapshot, resources)));
  }

  @Test
  void anUnchangedObjectIsStoredOnce() throws Exception {
    try (EngagementFile file = EngagementFile.create(path())) {
      file.save(Samples.assessment("1", 2), Progress.NONE);
      file.save(Samples.assessment("2", 2), Progress.NONE);
      file.save(Samples.assessment("3", 3), Progress.NONE);
      file.save(
          withResources(List.of(resource("a", "same"), resource("b", "same"))), Progress.NONE);
    }
    try (Database database = Database.connect(path(), Samples.SESSION.patience())) {
      assertEquals(List.of(3L), database.list("objects/last", row -> row.number("object")));
      assertEquals(List.of(3L), database.list("objects/last", row -> row.number("chunk")));
    }
  }

  @Test
  void cancellingASaveLeavesTheFileAsItWas() throws Exception {
    Progress cancelling =
        new Progress() {
          @Override
          public void report(String message, double fraction) {}

          @Override
          public void checkCancelled() {
            throw new CancelledException();
          }
        };
    try (EngagementFile file = EngagementFile.create(path())) {
      file.save(Samples.assessment("1", 1), Progress.NONE);
      assertThrows(
          CancelledException.class, () -> file.save(Samples.assessment("2", 2), cancelling));
      assertEquals(1, file.runs().size());
      assertEquals(
          2, file.journal().stream().filter(e -> !e.what().equals("scope changed")).count());
      file.save(Samples.assessment("3", 3), Progress.NONE);
      assertEquals("3", file.read(2).id());
      assertEquals(Optional.empty(), file.verifyJournal());
    }
  }

  @Test
  void closingLeavesOneCompleteFile() throws Exception {
    try (EngagementFile file = EngagementFile.create(path())) {
      file.save(Samples.assessment(), Progress.NONE);
    }
    assertEquals(List.of(path()), files());
    Path moved = Files.move(path(), folder.resolve("what? is this=#%41 é.safeguard"));
    try (EngagementFile file = EngagementFile.open(moved)) {
      assertEquals(1, file.runs().size());
    }
    assertEquals(List.of(moved), files());
  }

  @Test
  void theFileIsCompleteAfterEachSaveEvenWhileOpen() throws Exception {
    Path copy = folder.resolve("copy.safeguard");
    try (EngagementFile file = EngagementFile.create(path())) {
      file.save(Samples.assessment(), Progress.NONE);
      Files.copy(path(), copy);
    }
    try (EngagementFile file = EngagementFile.open(copy)) {
      assertEquals(withoutObjects(Samples.assessment()), file.read(1));
    }
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void openOrCreateDoesEither() throws Exception {
    try (EngagementFile file = EngagementFile.openOrCreate(path())) {
      file.save(Samples.assessment(), Progress.NONE);
    }
    try (EngagementFile file = EngagementFile.openOrCreate(path())) {
      assertEquals(1, file.runs().size());
    }
  }

  @Test
  void theEngagementIsWhatTheLastScopeSaid() throws Exception {
    try (EngagementFile file = EngagementFile.create(path(), Samples.SESSION)) {
      assertEquals(new Engagement(Samples.NOW, "", "", "", ""), file.engagement());
      file.save(Samples.assessment(), Progress.NONE);
      assertEquals(
          new Engagement(
              Samples.NOW, "General Hospital", "A. Ssessor", "Portal", "Everything in the cluster"),
          file.engagement());
    }
  }

  @Test
  void twoProgramsMayUseOneFileInTurns() throws Exception {
    try (EngagementFile one = EngagementFile.create(path());
        EngagementFile two = EngagementFile.open(path())) {
      one.save(Samples.assessment("1", 1), Progress.NONE);
      two.save(Samples.assessment("2", 2), Progress.NONE);
      one.save(Samples.assessment("3", 3), Progress.NONE);
      assertEquals(3, two.runs().size());
      assertEquals(one.read(2), two.read(2));
      assertEquals(Optional.empty(), two.verifyJournal());
    }
    assertEquals(List.of(path()), files());
  }

  @Test
  void aRunThatIsNotThereIsAMistakeOfTheCaller() throws Exception {
    try (EngagementFile file = EngagementFile.create(path())) {
      assertThrows(IllegalArgumentException.class, () -> file.read(1));
    }
  }

  @Test
  void aClosedFileSaysSo() throws Exception {
    EngagementFile file = EngagementFile.create(path());
    file.close();
    file.close();
    assertThrows(IllegalStateException.class, file::runs);
  }

  static Assessment withoutObjects(Assessment of) {
    return withSnapshots(
        of, of.snapshots().stream().map(s -> withResources(s, List.of())).toList());
  }

  private static Snapshot withResources(Snapshot of, List<Resource> resources) {
    return new Snapshot(
        of.id(),
        of.source(),
        of.format(),
        of.cluster(),
        of.capturedAt(),
        of.kubernetesVersion(),
        of.files(),
        resources,
        of.coverage(),
        of.skipped());
  }

  private static Assessment withSnapshots(Assessment of, List<Snapshot> snapshots) {
    return new Assessment(
        of.id(),
        of.toolVersion(),
        of.assessedAt(),
        of.scope(),
        of.packs(),
        snapshots,
        of.assets(),
        of.verdicts(),
        of.safeguards(),
        of.citations(),
        of.risks());
  }
}
