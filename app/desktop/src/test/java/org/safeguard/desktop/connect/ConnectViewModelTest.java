package org.safeguard.desktop.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.capture.KubeContext;
import org.safeguard.desktop.fixture.FakeCaptures;
import org.safeguard.desktop.fixture.Parts;
import org.safeguard.redaction.Profile;

class ConnectViewModelTest {

  @TempDir Path folder;
  private Parts parts;
  private ConnectViewModel model;

  @BeforeEach
  void makeParts() {
    parts = new Parts(folder);
    model = parts.connect;
  }

  private void choose(String name) {
    model
        .selectedProperty()
        .set(
            FakeCaptures.contexts().stream()
                .filter(context -> context.name().equals(name))
                .findFirst()
                .orElseThrow());
  }

  private String chosen() {
    return Objects.requireNonNull(model.selectedProperty().get()).name();
  }

  @Test
  void theCurrentContextIsChosenFirstAndNothingIsSent() {
    model.load();
    assertEquals("lakeside", chosen());
    assertEquals(folder.resolve("lakeside-2026-11-23.zip"), model.outProperty().get());
    assertEquals(List.of(), parts.captures.calls);
  }

  @Test
  void readingTheKubeconfigAgainKeepsTheChoice() {
    model.load();
    choose("legacy");
    model.load();
    assertEquals("legacy", chosen());
  }

  @Test
  void withoutAKubeconfigThereIsAReasonAndNothingToStart() {
    parts.captures.noKubeconfig = true;
    model.load();
    assertEquals(
        "/home/auditor/.kube/config: there is no such file",
        Objects.requireNonNull(model.problemProperty().get()).what());
    assertNull(model.selectedProperty().get());
    model.test();
    model.capture();
    model.explain();
    model.chooseOut();
    assertEquals(List.of(), parts.captures.calls);
  }

  @Test
  void anotherKubeconfigHelpsAndTheUsualPlaceCanBeGoneBackTo() {
    parts.captures.noKubeconfig = true;
    model.load();
    model.chooseKubeconfig();
    assertEquals(List.of(folder.resolve("kubeconfig")), model.kubeconfigProperty().get().files());
    assertNull(model.problemProperty().get());
    model.useDefault();
    assertNotNull(model.problemProperty().get());
  }

  @Test
  void aTestThatWorksOffersTheNamespaces() {
    model.load();
    model.test();
    assertInstanceOf(CheckState.Works.class, model.checkProperty().get());
    assertEquals(
        List.of("clinic", "default", "kube-system", "records"),
        model.namespaces().ticks().stream().map(NamespaceChoice.Tick::name).toList());
  }

  @Test
  void aServerThatDoesNotAnswerIsOneSentence() {
    model.load();
    choose("down");
    model.test();
    CheckState.Fails fails = assertInstanceOf(CheckState.Fails.class, model.checkProperty().get());
    assertEquals(
        "https://down.example.org: the server did not answer within 60 seconds",
        fails.failure().what());
  }

  @Test
  void anotherContextForgetsTheTestAndItsNamespaces() {
    model.load();
    model.test();
    choose("legacy");
    assertInstanceOf(CheckState.Untried.class, model.checkProperty().get());
    assertEquals(List.of(), model.namespaces().ticks());
  }

  @Test
  void aLogInProgramIsShownBeforeItRuns() {
    model.load();
    choose(FakeCaptures.CLOUD);
    parts.allowsPlugins = false;
    model.test();
    assertEquals(
        List.of(FakeCaptures.CLOUD + ": aws eks get-token --cluster-name lakeside hospital"),
        parts.asked);
    assertInstanceOf(CheckState.Fails.class, model.checkProperty().get());
  }

  @Test
  void whatIsChosenIsWhatIsCaptured() {
    model.load();
    model.namespaces().allProperty().set(false);
    model.namespaces().typedProperty().set("records, clinic");
    model.profileProperty().set(Profile.STRICT);
    model.secretNamesProperty().set(false);
    model.capture();
    assertEquals(
        List.of("capture lakeside [clinic, records] STRICT without secret names"),
        parts.captures.calls);
    assertEquals(folder.resolve("lakeside-2026-11-23.zip"), parts.capture.bundle());
  }

  @Test
  void namespacesThatCannotBeAreSaidBeforeAnythingStarts() {
    model.load();
    model.namespaces().allProperty().set(false);
    assertEquals("Name at least one namespace, or read all of them", model.invalidProperty().get());
    model.namespaces().typedProperty().set("Clinic_1");
    assertEquals("\"Clinic_1\" is no name of a namespace", model.invalidProperty().get());
    model.capture();
    model.test();
    assertEquals(List.of(), parts.captures.calls);
    model.namespaces().typedProperty().set("clinic");
    assertEquals("", model.invalidProperty().get());
  }

  @Test
  void theListOfRequestsIsForgottenWhenTheChoicesChange() {
    model.load();
    model.explain();
    assertEquals(
        List.of("GET /version", "GET /apis", "GET /api/v1/pods?limit=500"),
        Objects.requireNonNull(model.planProperty().get()).requests());
    model.secretNamesProperty().set(!model.secretNamesProperty().get());
    assertNull(model.planProperty().get());
  }

  @Test
  void aBundleOfBeforeIsNeverOverwritten() throws Exception {
    Files.createFile(folder.resolve("lakeside-2026-11-23.zip"));
    model.load();
    model.capture();
    assertEquals(folder.resolve("lakeside-2026-11-23-2.zip"), parts.capture.bundle());
    model.chooseOut();
    model.capture();
    assertEquals(folder.resolve("chosen.zip"), parts.capture.bundle());
    model.capture();
    assertEquals(folder.resolve("lakeside-2026-11-23-3.zip"), parts.capture.bundle());
  }

  @Test
  void contextsOfTheFixtureHoldEverySortOfLogIn() {
    LoginWords words = new LoginWords(parts.messages);
    for (KubeContext context : FakeCaptures.contexts()) {
      assertEquals(false, words.of(context.login(), FakeCaptures.NOW).isBlank(), context.name());
    }
  }
}
