package org.safeguard.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.desktop.findings.MarkedLine;
import org.safeguard.desktop.usecase.AssessmentUseCases;
import org.safeguard.desktop.usecase.WorkbenchUseCases;
import org.safeguard.engagement.EngagementFile;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;
import org.safeguard.workbench.Workbench;
import org.testfx.api.FxRobot;

/// The main path of the window over the real engine: a manifest in, documents out.
class RealEngineTest {

  @TempDir Path folder;
  private final AssessmentUseCases engine =
      new WorkbenchUseCases(new Workbench(Clock.systemUTC(), "test"));
  private final FxRobot robot = new FxRobot();
  private TestWindow window;

  @BeforeEach
  void openWindow() throws Exception {
    try (InputStream clinic = RealEngineTest.class.getResourceAsStream("fixture/clinic.yaml")) {
      Files.copy(Objects.requireNonNull(clinic), folder.resolve("clinic.yaml"));
    }
    window = new TestWindow(folder, engine, 1000, 760);
    window.dialogs.source = "clinic.yaml";
  }

  @AfterEach
  void closeWindow() throws Exception {
    window.close();
  }

  @Test
  void aManifestLeadsToItsFindingsItsEvidenceAndEveryDocument() throws Exception {
    robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
    window.until(() -> window.shows(".overview-empty"));
    assess();
    Assessment run = assessment();
    assertEquals(count(run, Status.FAILED), number("#card-FAILED"));
    assertEquals(count(run, Status.NOT_ASSESSED), number("#card-NOT_ASSESSED"));
    assertEquals(count(run, Status.PASSED), number("#card-PASSED"));

    showEvidence("rights of root on its node container web");
    assertEquals("privileged: true", MarkedLine.of(window.node("#yaml")));
    String evidence = window.texts("#evidence");
    assertTrue(evidence.contains("clinic.yaml, line " + lineOf("privileged: true")), evidence);
    assertTrue(evidence.contains("SGW-POD-001"), evidence);

    export(1, "engagement.xlsx");
    export(2, "engagement.json");
    export(3, "engagement.csv");
    checkDocuments(run);
  }

  @Test
  void anEngagementThatIsOpenedAgainShowsTheSame() throws Exception {
    TestWindow.onFx(() -> window.desktop().session().newEngagement());
    window.until(() -> window.shows(".overview-empty"));
    assess();
    Assessment run = assessment();
    showEvidence("rights of root on its node container web");
    List<String> head = evidenceHead();
    window.close();

    window = new TestWindow(folder, engine, 1000, 760);
    TestWindow.onFx(() -> window.desktop().session().open(folder.resolve("engagement.safeguard")));
    window.until(() -> window.shows("#card-FAILED"));
    assertEquals(run, assessment());
    showEvidence("rights of root on its node container web");
    assertEquals("privileged: true", MarkedLine.of(window.node("#yaml")));
    assertEquals(head, evidenceHead());
  }

  @Test
  void aSecondRunIsTheOneThatIsShown() throws Exception {
    assess();
    assertEquals(Status.FAILED, privileged());
    Path manifest = folder.resolve("clinic.yaml");
    Files.writeString(
        manifest, Files.readString(manifest).replace("privileged: true", "privileged: false"));
    readAndAssess();
    window.until(() -> window.shows("#card-FAILED") && privileged() == Status.PASSED);
    assertEquals(2, runs(folder.resolve("clinic.safeguard")), "the first run is kept too");
  }

  private Status privileged() {
    return assessment().verdicts().stream()
        .filter(verdict -> verdict.rule().id().equals("SGW-POD-001"))
        .filter(verdict -> verdict.subject().container().equals("web"))
        .map(Verdict::status)
        .findFirst()
        .orElseThrow();
  }

  private void assess() throws Exception {
    readAndAssess();
    window.until(() -> window.shows("#card-FAILED"));
  }

  private void readAndAssess() throws Exception {
    TestWindow.onFx(() -> window.desktop().session().assessFile());
    window.until(() -> window.shows("#assess-sources"));
    TestWindow.onFx(() -> window.desktop().session().assess(null));
  }

  private Assessment assessment() {
    return Objects.requireNonNull(window.desktop().session().assessmentProperty().get());
  }

  /// What stands above the YAML, whose cells come in no order.
  private List<String> evidenceHead() {
    return window.texts("#evidence").lines().limit(12).toList();
  }

  private void showEvidence(String words) throws Exception {
    robot.clickOn("#show-FINDINGS");
    window.until(() -> window.shows("#findings"));
    robot.clickOn("#filter").write(words);
    window.until(() -> window.table().getItems().size() == 1);
    window.until(() -> !MarkedLine.of(window.node("#yaml")).isEmpty());
  }

  private void export(int entry, String name) throws Exception {
    robot.clickOn("#export");
    for (int i = 0; i < entry; i++) {
      robot.type(KeyCode.DOWN);
    }
    robot.type(KeyCode.ENTER);
    window.until(() -> window.shows("#news") && window.texts("#news").contains(name));
  }

  private void checkDocuments(Assessment run) throws Exception {
    try (ZipFile workbook = new ZipFile(folder.resolve("engagement.xlsx").toFile())) {
      for (ZipEntry entry : Collections.list(workbook.entries())) {
        workbook.getInputStream(entry).readAllBytes(); // checks the entry's CRC
      }
      assertTrue(workbook.getEntry("xl/workbook.xml") != null);
    }
    JsonNode json = new ObjectMapper().readTree(folder.resolve("engagement.json").toFile());
    assertEquals(run.verdicts().size(), json.path("verdicts").size());
    String csv = Files.readString(folder.resolve("engagement.csv"));
    for (Verdict verdict : run.verdicts()) {
      assertTrue(csv.contains(verdict.id()), verdict.id());
    }
  }

  private static int runs(Path engagement) throws Exception {
    try (EngagementFile open = EngagementFile.open(engagement)) {
      return open.runs().size();
    }
  }

  private int number(String card) {
    return Integer.parseInt(window.texts(card).lines().findFirst().orElseThrow());
  }

  private static int count(Assessment run, Status status) {
    return (int) run.verdicts().stream().filter(v -> v.status() == status).count();
  }

  private int lineOf(String text) throws Exception {
    List<String> lines = Files.readAllLines(folder.resolve("clinic.yaml"));
    return lines.stream().map(String::strip).toList().indexOf(text) + 1;
  }
}
