package org.safeguard.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.CancelledException;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.Level;
import org.safeguard.model.snapshot.CaptureRecord;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
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
                  List.of("prod"),
                  Instant.parse("2026-11-20T08:00:00Z"),
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
  void twoCapturesWithOneChangedObjectStoreOneMore() throws Exception {
    List<Resource> first = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      first.add(resource("namespace-" + i, "content " + i));
    }
    List<Resource> second = new ArrayList<>(first);
    second.set(300, resource("namespace-300", "changed"));
    try (EngagementFile file = EngagementFile.create(path())) {
      file.save(capture("prod", "2026-11-01T00:00:00Z", first), Progress.NONE);
      assertEquals(600, storedObjects());
      file.save(capture("prod", "2026-11-20T00:00:00Z", second), Progress.NONE);
      assertEquals(601, storedObjects());
      assertEquals(texts(second), texts(whole(file, 2).resources()));
      assertEquals(texts(first), texts(whole(file, 1).resources()));
    }
  }

  @Test
  void theListOfRunsTellsClustersAndCapturesApart() throws Exception {
    List<Resource> objects = List.of(resource("a", "same"));
    try (EngagementFile file = EngagementFile.create(path())) {
      file.save(capture("prod", "2026-11-01T00:00:00Z", objects), Progress.NONE);
      file.save(capture("test", "2026-11-02T00:00:00Z", objects), Progress.NONE);
      file.save(capture("prod", "2026-11-20T00:00:00Z", objects), Progress.NONE);
      file.save(capture("", "2026-11-21T00:00:00Z", objects), Progress.NONE);
      assertEquals(
          List.of(
              "1 [prod] 2026-11-01T00:00:00Z",
              "2 [test] 2026-11-02T00:00:00Z",
              "3 [prod] 2026-11-20T00:00:00Z",
              "4 [] 2026-11-21T00:00:00Z"),
          file.runs().stream()
              .map(run -> run.run() + " " + run.clusters() + " " + run.capturedAt())
              .toList());
      assertEquals(List.of("prod", "test"), file.clusters());
      assertEquals(List.of(3L, 1L), numbers(file.latestRuns("prod", 2)));
      assertEquals(List.of(2L), numbers(file.latestRuns("test", 2)));
      assertEquals(List.of(4L), numbers(file.latestRuns("", 2)));
      assertEquals(List.of(), file.latestRuns("other", 2));
      assertEquals(1, storedObjects());
    }
  }

  @Test
  void aRunOverTwoClustersNamesBothAndTheLatestCapture() throws Exception {
    Snapshot of = Samples.snapshot(2);
    Snapshot one = with(of, List.of(), "b", Instant.parse("2026-11-20T00:00:00.5Z"), of.record());
    Snapshot two = with(of, List.of(), "a", Instant.parse("2026-11-20T00:00:00Z"), of.record());
    try (EngagementFile file = EngagementFile.create(path())) {
      file.save(withSnapshots(Samples.assessment(), List.of(one, two)), Progress.NONE);
      RunSummary run = file.runs().getFirst();
      assertEquals(List.of("a", "b"), run.clusters());
      assertEquals(one.capturedAt(), run.capturedAt());
    }
  }

  @Test
  void aTypeWhoseListBrokeOffReadsBackAsFailed() throws Exception {
    Snapshot of = Samples.snapshot(2);
    TypeCoverage failed =
        new TypeCoverage(ResourceType.of("Pod"), Coverage.FAILED, 0, "connection reset");
    Snapshot broken =
        new Snapshot(
            "ab13",
            "x",
            "bundle",
            "prod",
            null,
            null,
            of.files(),
            List.of(),
            List.of(failed),
            List.of());
    try (EngagementFile file = EngagementFile.create(path())) {
      file.save(withSnapshots(Samples.assessment(), List.of(broken)), Progress.NONE);
      assertEquals(List.of(failed), file.read(1).snapshots().getFirst().coverage());
    }
  }

  private static List<String> texts(List<Resource> resources) {
    return resources.stream()
        .map(
            resource ->
                resource.apiVersion()
                    + resource.key()
                    + resource.uid()
                    + resource.file()
                    + resource.body().plain())
        .toList();
  }

  private static List<Long> numbers(List<RunSummary> runs) {
    return runs.stream().map(RunSummary::run).toList();
  }

  private static Snapshot whole(EngagementFile file, long run) throws UnreadableInputException {
    return file.snapshots(run, Progress.NONE).getFirst();
  }

  private long storedObjects() throws Exception {
    try (Database database = Database.connect(path(), Samples.SESSION.patience())) {
      return database.first("objects/last", row -> row.number("object")).orElseThrow();
    }
  }

  private static Assessment capture(String cluster, String at, List<Resource> resources) {
    Assessment of = Samples.assessment();
    Snapshot snapshot = of.snapshots().getFirst();
    return withSnapshots(
        of, List.of(with(snapshot, resources, cluster, Instant.parse(at), snapshot.record())));
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

  /// As a file of version 1 holds it.
  static Assessment withoutRecord(Assessment of) {
    return withSnapshots(
        of,
        of.snapshots().stream()
            .map(s -> with(s, s.resources(), s.cluster(), s.capturedAt(), CaptureRecord.NONE))
            .toList());
  }

  static Assessment withoutObjects(Assessment of) {
    return withSnapshots(
        of, of.snapshots().stream().map(s -> withResources(s, List.of())).toList());
  }

  private static Snapshot withResources(Snapshot of, List<Resource> resources) {
    return with(of, resources, of.cluster(), of.capturedAt(), of.record());
  }

  private static Snapshot with(
      Snapshot of,
      List<Resource> resources,
      String cluster,
      @Nullable Instant capturedAt,
      CaptureRecord record) {
    return new Snapshot(
        of.id(),
        of.source(),
        of.format(),
        cluster,
        capturedAt,
        of.kubernetesVersion(),
        of.files(),
        resources,
        of.coverage(),
        of.skipped(),
        record);
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
