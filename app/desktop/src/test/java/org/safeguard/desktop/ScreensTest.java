package org.safeguard.desktop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.desktop.look.Pressable;
import org.safeguard.workbench.ExportFormat;

/// Takes a picture of every screen, light and dark, for people to look at.
class ScreensTest {

  private static final Path SCREENS = Path.of("target", "screens");

  @TempDir Path folder;
  private TestWindow window;

  @BeforeEach
  void openWindow() throws Exception {
    Files.createDirectories(SCREENS);
    window = new TestWindow(folder);
  }

  @AfterEach
  void closeWindow() throws Exception {
    window.close();
  }

  @Test
  void startAndRunArePictured() throws Exception {
    TestWindow.onFx(() -> window.desktop().session().openEngagement());
    window.recent.add(folder.resolve("moved-away.safeguard"));
    Files.createFile(folder.resolve("lakeside.safeguard"));
    window.until(() -> window.shows("#card-FAILED"));
    TestWindow.onFx(() -> window.desktop().session().close());
    window.settle();
    picture("start");
    assess("slow");
    window.useCases.inSlow.await(10, TimeUnit.SECONDS);
    window.settle();
    picture("run");
    press("#cancel");
    window.until(() -> window.shows("#try-again"));
    picture("run-cancelled");
    press("#back");
    assess("broken");
    window.until(() -> window.shows("#run-message"));
    picture("run-failed");
  }

  @Test
  void overviewIsPictured() throws Exception {
    TestWindow.onFx(() -> window.desktop().session().newEngagement());
    window.until(() -> window.shows(".overview-empty"));
    picture("overview-empty");
    assess("dump.yaml");
    window.until(() -> window.shows("#card-FAILED"));
    picture("overview");
    scroll(".overview", 0.45);
    picture("overview-middle");
    scroll(".overview", 1);
    picture("overview-end");
  }

  @Test
  void findingsArePictured() throws Exception {
    assess("dump.yaml");
    window.until(() -> window.shows("#card-FAILED"));
    TestWindow.onFx(() -> ((Pressable) window.node("#card-FAILED")).press());
    window.until(() -> window.shows("#evidence"));
    picture("findings");
    scroll("#evidence", 1);
    picture("findings-end");
    press("#status-all");
    picture("findings-all");
    press("#status-NOT_ASSESSED");
    picture("findings-not-assessed");
    TestWindow.onFx(() -> window.desktop().session().export(ExportFormat.XLSX));
    window.until(() -> window.shows("#news"));
    picture("findings-exported");
    assertTrue(Files.size(SCREENS.resolve("findings-dark.png")) > 10_000);
  }

  private void assess(String source) throws Exception {
    TestWindow.onFx(() -> window.desktop().session().read(List.of(folder.resolve(source))));
    window.until(() -> window.shows("#assess-sources"));
    TestWindow.onFx(() -> window.desktop().session().assess(null));
  }

  private void press(String button) {
    TestWindow.onFx(() -> ((ButtonBase) window.node(button)).fire());
    window.settle();
  }

  private void scroll(String pane, double to) {
    TestWindow.onFx(() -> ((ScrollPane) window.node(pane)).setVvalue(to));
  }

  private void picture(String name) throws IOException {
    Pictures.take(window, SCREENS, name);
  }
}
