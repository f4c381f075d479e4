package org.safeguard.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.desktop.findings.MarkedLine;
import org.testfx.api.FxRobot;

class DesktopPathTest {

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

  @Test
  void aSourceLeadsToItsOverviewItsFindingsTheirEvidenceAndAnExport() throws Exception {
    robot.clickOn("#choose-file");
    window.until(() -> window.shows("#assess-sources"));
    assertTrue(window.texts("#source-page").contains("What was read"));
    robot.clickOn("#assess-sources");
    window.until(() -> window.shows("#card-FAILED"));
    assertEquals(
        List.of("read dump.yaml", "assess dump.yaml into dump.safeguard"), window.useCases.calls);
    assertTrue(window.texts("#card-NOT_ASSESSED").startsWith("4\nNot assessed"));

    robot.clickOn("#show-FINDINGS");
    window.until(() -> window.shows("#findings"));
    assertEquals(15, window.table().getItems().size());
    robot.clickOn("#filter").write("privileged");
    window.until(() -> window.table().getItems().size() == 1);

    window.until(() -> !MarkedLine.of(window.node("#yaml")).isEmpty());
    assertEquals("privileged: true", MarkedLine.of(window.node("#yaml")));
    assertTrue(window.texts("#evidence").contains("Container web runs privileged"));

    robot.clickOn("#export").type(KeyCode.DOWN, KeyCode.ENTER);
    window.until(() -> window.shows("#news"));
    assertEquals("xlsx", Files.readString(folder.resolve("dump.xlsx")));
    assertTrue(window.texts("#news").contains("dump.xlsx"));
  }

  @Test
  void everythingWorksByKeyboard() throws Exception {
    robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
    window.until(() -> window.shows("#card-FAILED"));
    assertEquals("card-FAILED", window.focused());
    robot.type(KeyCode.ENTER);
    window.until(() -> window.shows("#findings"));
    assertEquals("findings", window.focused());

    robot.type(KeyCode.DOWN);
    window.settle();
    assertEquals(1, window.table().getSelectionModel().getSelectedIndex());
    robot.type(KeyCode.ENTER);
    assertEquals("yaml", window.focused());
    robot.type(KeyCode.ESCAPE);
    assertEquals("findings", window.focused());

    robot.type(KeyCode.F6);
    assertTrue(List.of("yaml", "evidence").contains(window.focused()));
    robot.type(KeyCode.F6);
    assertEquals("filter", window.focused());
    robot.press(KeyCode.SHIFT).type(KeyCode.F6).release(KeyCode.SHIFT);
    robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
    window.settle();
    assertEquals("filter", window.focused());
    robot.write("host").type(KeyCode.DOWN);
    window.until(() -> window.table().getItems().size() == 1);
    assertEquals("findings", window.focused());

    robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
    window.until(() -> window.shows("#news"));
    assertTrue(Files.exists(folder.resolve("lakeside.xlsx")));
    window.until(() -> window.shows("#findings"));
    robot.type(KeyCode.ESCAPE);
    window.until(() -> window.shows("#card-FAILED"));
    robot.type(KeyCode.ESCAPE);
    window.until(() -> window.shows("#choose-file"));
    robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
    window.until(() -> window.useCases.calls.contains("create engagement.safeguard"));
  }

  @Test
  void cancellingStopsTheWorkAndKeepsNothing() throws Exception {
    window.dialogs.source = "slow";
    robot.clickOn("#choose-file");
    window.until(() -> window.shows("#assess-sources"));
    robot.type(KeyCode.ENTER);
    assertTrue(window.useCases.inSlow.await(10, TimeUnit.SECONDS));
    window.until(() -> window.shows("#cancel"));
    robot.clickOn("#cancel");
    window.until(() -> window.shows("#try-again"));
    assertTrue(window.texts("#run-message").contains("Nothing of this run was kept"));
    assertFalse(Files.exists(folder.resolve("slow.safeguard")));
    robot.type(KeyCode.ESCAPE);
    window.until(() -> window.shows("#assess-sources"));
    robot.type(KeyCode.ESCAPE);
    window.until(() -> window.shows("#choose-file"));
  }

  @Test
  void whatCannotBeReadIsOneLineWithWhatToDo() throws Exception {
    window.dialogs.source = "unreadable";
    robot.clickOn("#choose-file");
    window.until(() -> window.shows("#run-message"));
    assertEquals(
        "unreadable: it is neither YAML nor JSON\nChoose another file\n",
        window.texts("#run-message"));
    robot.clickOn("#try-again");
    window.until(() -> window.useCases.calls.size() == 2);
    window.until(() -> window.shows("#back"));
    robot.clickOn("#back");
    window.until(() -> window.shows("#choose-file"));
  }

  @Test
  void recentEngagementsOpenByEnter() throws Exception {
    Path file = Files.createFile(folder.resolve("lakeside.safeguard"));
    window.recent.add(file);
    TestWindow.onFx(() -> window.desktop().session().close());
    robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
    window.until(() -> window.shows("#card-FAILED"));
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
    window.until(() -> window.shows("#recent"));
    robot.type(KeyCode.F6);
    assertEquals("recent", window.focused());
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    window.until(() -> window.useCases.calls.size() == 2);
    assertEquals("open lakeside.safeguard", window.useCases.calls.getLast());
  }
}
