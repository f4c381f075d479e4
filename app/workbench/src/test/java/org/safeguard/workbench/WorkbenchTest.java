package org.safeguard.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.engagement.RunSummary;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;
import org.safeguard.rules.PackException;

final class WorkbenchTest {

  @TempDir Path folder;

  private final Workbench workbench = Fixture.workbench();

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFolderBecomesWorkbookJsonAndEngagement() throws Exception {
    Assessment assessment = workbench.assess(Fixture.everything(folder), Progress.NONE);

    assertEquals(
        Map.of(
            Status.FAILED,
            3L,
            Status.PASSED,
            2L,
            Status.NOT_ASSESSED,
            1L,
            Status.NOT_APPLICABLE,
            1L),
        assessment.verdicts().stream()
            .collect(Collectors.groupingBy(Verdict::status, Collectors.counting())));
    assertEquals(List.of("c.json", "c.safeguard", "c.xlsx"), left());
    assertTrue(
        Files.readString(folder.resolve("c.json"))
            .contains(assessment.verdicts().getFirst().rule().id()));
    try (OpenEngagement open = workbench.open(folder.resolve("c.safeguard"))) {
      assertEquals(
          List.of(assessment.id()), open.runs().stream().map(RunSummary::assessmentId).toList());
      assertEquals(assessment.verdicts(), open.latest().verdicts());
      assertEquals(assessment.risks(), open.latest().risks());
    }
  }

  @Test
  void equalInputGivesEqualIdsAndEqualBytes() throws Exception {
    Path one = Files.createDirectory(folder.resolve("one"));
    Path two = Files.createDirectory(folder.resolve("two"));
    Assessment first = workbench.assess(Fixture.everything(one), Progress.NONE);
    Assessment second = workbench.assess(Fixture.everything(two), Progress.NONE);

    assertEquals(first.id(), second.id());
    assertEquals(first.verdicts(), second.verdicts());
    assertEquals(first.risks(), second.risks());
    for (String document : List.of("c.json", "c.xlsx")) {
      assertArrayEquals(
          Files.readAllBytes(one.resolve(document)),
          Files.readAllBytes(two.resolve(document)),
          document);
    }
  }

  @Test
  void theIdFollowsWhatWasAsked() throws Exception {
    Map<String, String> ids = new TreeMap<>();
    for (String version : List.of("1.30", "1.31")) {
      AssessmentRequest request =
          new AssessmentRequest(
              Fixture.sources(Fixture.CLINIC),
              null,
              null,
              null,
              List.of(Fixture.PACK),
              null,
              version);
      ids.put(workbench.assess(request, Progress.NONE).id(), version);
    }
    AssessmentRequest scoped =
        new AssessmentRequest(
            Fixture.sources(Fixture.CLINIC),
            null,
            null,
            null,
            List.of(Fixture.PACK),
            Fixture.SCOPE,
            null);
    ids.put(workbench.assess(scoped, Progress.NONE).id(), "scope");
    ids.put(workbench.assess(Fixture.nothing(Fixture.CLINIC), Progress.NONE).id(), "plain");
    assertEquals(4, ids.size());
  }

  @Test
  void aSecondRunStandsBesideTheFirst() throws Exception {
    workbench.assess(Fixture.everything(folder), Progress.NONE);
    workbench.assess(Fixture.everything(folder), Progress.NONE);

    try (OpenEngagement open = workbench.open(folder.resolve("c.safeguard"))) {
      assertEquals(List.of(1L, 2L), open.runs().stream().map(RunSummary::run).toList());
    }
    assertEquals(List.of("c.json", "c.safeguard", "c.xlsx"), left());
  }

  @Test
  void theObjectOfAFindingIsFound() throws Exception {
    Assessment assessment = workbench.assess(Fixture.everything(folder), Progress.NONE);
    try (OpenEngagement open = workbench.open(folder.resolve("c.safeguard"))) {
      for (Verdict verdict : assessment.verdicts()) {
        assertEquals(
            verdict.subject().object().name(),
            open.object(verdict.subject().object())
                .orElseThrow()
                .body()
                .object("metadata")
                .text("name")
                .orElseThrow());
      }
    }
  }

  @Test
  void aScopeFileWinsOverLabels() throws Exception {
    AssessmentRequest request =
        new AssessmentRequest(
            Fixture.sources(Fixture.CLINIC),
            null,
            null,
            null,
            List.of(Fixture.PACK),
            Fixture.SCOPE,
            null);
    Assessment assessment = workbench.assess(request, Progress.NONE);
    assertEquals("Example clinic", assessment.scope().client());
    assertTrue(
        assessment.assets().stream()
            .anyMatch(asset -> asset.toString().contains("Head of records")));
  }

  @Test
  void anEngagementWithoutRunsSaysSo() throws Exception {
    Path file = folder.resolve("new.safeguard");
    workbench.createEngagement(file);
    try (OpenEngagement open = workbench.open(file)) {
      assertEquals(List.of(), open.runs());
      UnreadableInputException none = assertThrows(UnreadableInputException.class, open::latest);
      assertEquals("this engagement holds no assessment yet", none.why());
    }
    assertThrows(
        UnreadableInputException.class,
        () -> workbench.export(file, ExportFormat.CSV, folder.resolve("x.csv"), Progress.NONE));
    assertEquals(List.of("new.safeguard"), left());
  }

  @Test
  void everyFormatIsExported() throws Exception {
    workbench.assess(Fixture.everything(folder), Progress.NONE);
    for (ExportFormat format : ExportFormat.values()) {
      Path out = folder.resolve("export." + format.extension());
      workbench.export(folder.resolve("c.safeguard"), format, out, Progress.NONE);
      assertTrue(Files.size(out) > 500, format + " is empty");
    }
    assertEquals(
        Files.readString(folder.resolve("c.json")),
        Files.readString(folder.resolve("export.json")));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("c.xlsx")),
        Files.readAllBytes(folder.resolve("export.xlsx")));
  }

  @Test
  void aFormatIsKnownByItsNameOrItsFile() {
    assertEquals(ExportFormat.XLSX, ExportFormat.named("xlsx").orElseThrow());
    assertTrue(ExportFormat.named("pdf").isEmpty());
    assertEquals(ExportFormat.CSV, ExportFormat.XLSX.orOf(Path.of("a/B.CSV")));
    assertEquals(ExportFormat.JSON, ExportFormat.JSON.orOf(Path.of("a/b")));
  }

  @Test
  void aPolicyInOneSourceSelectsAWorkloadInAnother() throws Exception {
    Assessment both = workbench.assess(hipaa(Fixture.CLINIC, Fixture.POLICY), Progress.NONE);
    Assessment alone = workbench.assess(hipaa(Fixture.CLINIC), Progress.NONE);

    assertEquals(2, both.snapshots().size());
    assertEquals(List.of(Status.NOT_ASSESSED), isolation(alone));
    assertEquals(List.of(Status.PASSED), isolation(both));
  }

  private static AssessmentRequest hipaa(Path... sources) {
    return new AssessmentRequest(Fixture.sources(sources), null, null, null, List.of(), null, null);
  }

  private static List<Status> isolation(Assessment assessment) {
    return assessment.verdicts().stream()
        .filter(v -> v.rule().id().equals("SGW-NET-001"))
        .filter(v -> v.subject().object().name().equals("portal"))
        .map(Verdict::status)
        .distinct()
        .toList();
  }

  @Test
  void whatIsNoPackIsRefusedWithTheNamesThereAre() {
    AssessmentRequest request =
        new AssessmentRequest(
            Fixture.sources(Fixture.CLINIC), null, null, null, List.of("hipaa"), null, null);
    UnknownPackException unknown =
        assertThrows(UnknownPackException.class, () -> workbench.assess(request, Progress.NONE));
    assertEquals(
        "There is no pack 'hipaa'. Name one of hipaa-container-safeguards, or a folder that holds a"
            + " pack.yaml",
        unknown.getMessage());
  }

  @Test
  void aPackWithProblemsIsRefused() throws Exception {
    Path pack = Files.createDirectory(folder.resolve("pack"));
    Files.writeString(pack.resolve("pack.yaml"), "id: 7\n");
    AssessmentRequest request =
        new AssessmentRequest(
            Fixture.sources(Fixture.CLINIC),
            null,
            null,
            null,
            List.of(pack.toString()),
            null,
            null);
    assertThrows(PackException.class, () -> workbench.assess(request, Progress.NONE));
  }

  @Test
  void packsAreCheckedAndTested() throws Exception {
    assertEquals("small-pack", workbench.packs().check(Fixture.PACK).id());
    assertTrue(workbench.test(Path.of(Fixture.PACK)).stream().allMatch(result -> result.passed()));
    assertEquals(List.of(PackCatalogue.DEFAULT), workbench.packs().ids());
  }

  @Test
  void aSourceBecomesABundleThatGivesTheSameVerdicts() throws Exception {
    Path bundle = folder.resolve("b.zip");
    workbench.bundle(Fixture.sources(Fixture.CLINIC).getFirst(), bundle, Progress.NONE);
    Assessment direct = workbench.assess(Fixture.nothing(Fixture.CLINIC), Progress.NONE);
    Assessment bundled = workbench.assess(Fixture.nothing(bundle), Progress.NONE);
    assertEquals(outcomes(direct), outcomes(bundled));
  }

  private static List<String> outcomes(Assessment assessment) {
    return assessment.verdicts().stream().map(v -> v.id() + " " + v.status()).toList();
  }
}
