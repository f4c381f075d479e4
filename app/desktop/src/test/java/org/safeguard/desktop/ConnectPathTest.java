package org.safeguard.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.desktop.fixture.FakeCaptures;
import org.testfx.api.FxRobot;

/// From a kubeconfig to an assessed cluster.
class ConnectPathTest {

  @TempDir Path folder;
  private TestWindow window;
  private final FxRobot robot = new FxRobot();

  @BeforeEach
  void openWindow() throws Exception {
    window = new TestWindow(folder);
  }

  @AfterEach
  void closeWindow() throws Exception {
    window.close();
  }

  private void connect() throws Exception {
    robot.clickOn("#connect");
    window.until(() -> window.shows("#contexts"));
  }

  private void choose(String context) throws Exception {
    ListView<?> contexts = (ListView<?>) window.node("#contexts");
    int place = 0;
    for (int i = 0; i < FakeCaptures.contexts().size(); i++) {
      place = FakeCaptures.contexts().get(i).name().equals(context) ? i : place;
    }
    int chosen = place;
    TestWindow.onFx(() -> contexts.getSelectionModel().select(chosen));
    window.until(() -> window.texts("#context-details").contains(context));
  }

  @Test
  void aClusterIsTestedReadLookedAtAndAssessed() throws Exception {
    connect();
    assertEquals(List.of(), window.captures.calls, "nothing is sent before a button is pressed");
    assertTrue(window.texts("#context-details").contains("CN=auditor,O=assessors"));
    robot.clickOn("#test-connection");
    window.until(() -> window.shows("#check-result"));
    String result = window.texts("#check-result");
    assertTrue(result.contains("1.31.2"), result);
    assertTrue(result.contains("CN=auditor, O=assessors"), result);
    assertTrue(result.contains("0.2 s"), result);

    robot.clickOn("#start-capture");
    window.until(() -> window.shows("#capture-assess"));
    String end = window.texts("#capture-end");
    assertTrue(end.contains("Forbidden: 1\nSecret. This account"), end);
    assertTrue(end.contains("not assessed"), end);
    assertEquals(6, ((TableView<?>) window.node("#capture-types")).getItems().size());

    robot.clickOn("#capture-folder");
    assertEquals(List.of(folder.getFileName().toString()), window.platform.opened);
    robot.clickOn("#capture-assess");
    window.until(() -> window.shows("#assess-sources"));
    assertTrue(window.texts("#source-page").contains("Safeguard bundle"));
    robot.clickOn("#assess-sources");
    window.until(() -> window.shows("#card-FAILED"));
    assertEquals(List.of("check lakeside", "capture lakeside STANDARD"), window.captures.calls);
  }

  @Test
  void everythingWorksByKeyboard() throws Exception {
    robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
    window.until(() -> window.shows("#contexts"));
    assertEquals("contexts", window.focused());
    robot.type(KeyCode.DOWN);
    window.until(() -> window.texts("#context-details").contains("plain HTTP"));
    robot.type(KeyCode.F6);
    assertEquals("test-connection", window.focused());
    robot.type(KeyCode.SPACE);
    window.until(() -> window.shows("#check-result"));
    assertEquals("test-connection", window.focused());
    robot.type(KeyCode.F6);
    assertEquals("start-capture", window.focused());
    robot.type(KeyCode.SPACE);
    window.until(() -> window.shows("#capture-assess"));
    assertEquals("capture-assess", window.focused());
    robot.type(KeyCode.ENTER);
    window.until(() -> window.shows("#assess-sources"));
    assertEquals("assess-sources", window.focused());
    robot.type(KeyCode.ENTER);
    window.until(() -> window.shows("#card-FAILED"));
    assertEquals(
        List.of(
            "read legacy-2026-11-23.zip",
            "assess legacy-2026-11-23.zip into legacy-2026-11-23.safeguard"),
        window.useCases.calls);
  }

  @Test
  void namespacesAreTickedByKeyboard() throws Exception {
    connect();
    robot.clickOn("#test-connection");
    window.until(() -> window.shows("#check-result"));
    TestWindow.onFx(() -> window.node("#some-namespaces").requestFocus());
    robot.type(KeyCode.SPACE);
    window.until(() -> window.shows("#namespace-ticks"));
    assertTrue(window.node("#start-capture").isDisabled());
    TestWindow.onFx(() -> window.node("#namespace-ticks").requestFocus());
    robot.type(KeyCode.HOME, KeyCode.SPACE, KeyCode.END, KeyCode.SPACE);
    window.settle();
    assertFalse(window.node("#start-capture").isDisabled());
    robot.clickOn("#start-capture");
    window.until(() -> window.shows("#capture-assess"));
    assertEquals("capture lakeside [clinic, records] STANDARD", window.captures.calls.getLast());
  }

  @Test
  void aCancelledCaptureLeavesABundleAndGoesOnLater() throws Exception {
    connect();
    choose("slow");
    robot.clickOn("#start-capture");
    assertTrue(window.captures.inSlow.await(10, TimeUnit.SECONDS));
    window.until(() -> window.shows("#cancel-capture"));
    assertTrue(window.desktop().working());
    robot.clickOn("#cancel-capture");
    window.until(() -> window.shows("#capture-rest"));
    assertTrue(window.texts("#capture-end").contains("The bundle is valid"));
    assertTrue(Files.exists(folder.resolve("slow-2026-11-23.zip")));
    robot.clickOn("#capture-rest");
    window.until(() -> window.captures.calls.size() == 2);
    window.until(() -> window.shows("#capture-assess"));
    assertEquals("resume slow STANDARD", window.captures.calls.getLast());
    robot.type(KeyCode.ESCAPE);
    window.until(() -> window.shows("#contexts"));
    robot.type(KeyCode.ESCAPE);
    window.until(() -> window.shows("#choose-file"));
  }

  @Test
  void aTestThatTakesLongCanBeStopped() throws Exception {
    connect();
    choose("slow");
    robot.clickOn("#test-connection");
    assertTrue(window.captures.inSlow.await(10, TimeUnit.SECONDS));
    window.until(() -> window.shows("#stop-test"));
    robot.clickOn("#stop-test");
    window.until(() -> window.shows("#test-connection") && !window.shows("#check-result"));
  }

  @Test
  void aServerThatDoesNotAnswerIsOneSentenceHereAndInTheCapture() throws Exception {
    connect();
    choose("down");
    robot.clickOn("#test-connection");
    window.until(() -> window.shows("#check-result"));
    String line = "https://down.example.org: the server did not answer within 60 seconds";
    assertTrue(window.texts("#check-result").startsWith(line));
    robot.clickOn("#start-capture");
    window.until(() -> window.shows("#capture-again"));
    assertTrue(window.texts("#capture-end").startsWith(line));
    assertFalse(window.shows("#capture-assess"));
    assertEquals("capture-again", window.focused());
  }

  @Test
  void aLogInProgramRunsOnlyAfterAYesAndIsAskedForOnce() throws Exception {
    connect();
    choose(FakeCaptures.CLOUD);
    window.dialogs.allowsPlugins = false;
    robot.clickOn("#test-connection");
    window.until(() -> window.shows("#check-result"));
    assertTrue(window.texts("#check-result").contains("you did not allow the program aws"));
    window.dialogs.allowsPlugins = true;
    robot.clickOn("#test-connection");
    window.until(() -> window.texts("#check-result").contains("The connection works"));
    robot.clickOn("#start-capture");
    window.until(() -> window.shows("#capture-assess"));
    assertEquals(2, window.dialogs.plugins.size());
    assertEquals(
        FakeCaptures.CLOUD + ": aws eks get-token --cluster-name lakeside hospital",
        window.dialogs.plugins.getFirst());
  }

  @Test
  void withoutAKubeconfigOneIsChosen() throws Exception {
    window.captures.noKubeconfig = true;
    robot.clickOn("#connect");
    window.until(() -> window.shows("#connect-problem"));
    assertTrue(window.texts("#connect-problem").contains("there is no such file"));
    assertFalse(window.shows("#context-details") && !window.texts("#context-details").isEmpty());
    assertTrue(window.node("#start-capture").isDisabled());
    robot.clickOn("#choose-kubeconfig");
    window.until(() -> !window.node("#start-capture").isDisabled());
  }

  @Test
  void severalFilesAreReadTogetherWithAScopeFile() throws Exception {
    window.dialogs.source = "a.zip,other-b.zip";
    robot.clickOn("#choose-file");
    window.until(() -> window.shows("#assess-sources"));
    assertTrue(window.texts("#source-page").contains("come from several clusters"));
    robot.clickOn("#choose-scope");
    assertTrue(window.shows("#clear-scope"));
    robot.clickOn("#assess-sources");
    window.until(() -> window.shows("#card-FAILED"));
    assertEquals(
        "assess a.zip and other-b.zip with scope.yaml into a.safeguard",
        window.useCases.calls.getLast());
  }
}
