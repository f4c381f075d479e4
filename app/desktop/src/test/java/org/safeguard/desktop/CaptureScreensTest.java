package org.safeguard.desktop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Takes a picture of the screens from the connection to the preview, light and dark, for people
/// to look at.
class CaptureScreensTest {

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
  void theConnectionIsPictured() throws Exception {
    press("#connect");
    window.until(() -> !window.node("#start-capture").isDisabled());
    picture("connect");
    press("#test-connection");
    window.until(() -> window.shows("#check-result"));
    press("#some-namespaces");
    TestWindow.onFx(() -> ((TextField) window.node("#namespaces")).setText("clinic, records"));
    press("#explain");
    window.until(() -> window.shows("#plan"));
    scroll(0.5);
    picture("connect-middle");
    scroll(1);
    picture("connect-end");
    scroll(0);
    choose(1);
    picture("connect-warnings");
    choose(2);
    picture("connect-long-names");
    choose(3);
    press("#test-connection");
    window.until(() -> window.shows("#check-result"));
    TestWindow.onFx(() -> window.node("#contexts").requestFocus());
    picture("connect-failed");
    assertTrue(Files.size(SCREENS.resolve("connect-dark.png")) > 10_000);
  }

  @Test
  void theEmptyConnectionIsPictured() throws Exception {
    window.captures.noKubeconfig = true;
    press("#connect");
    window.until(() -> window.shows("#connect-problem"));
    picture("connect-empty");
  }

  @Test
  void aCaptureIsPictured() throws Exception {
    window.captures.moreTypes = 195;
    press("#connect");
    window.until(() -> !window.node("#start-capture").isDisabled());
    choose(4);
    press("#start-capture");
    window.captures.inSlow.await(10, TimeUnit.SECONDS);
    window.settle();
    picture("capture");
    press("#cancel-capture");
    window.until(() -> window.shows("#capture-rest"));
    picture("capture-cancelled");
    press("#capture-back");
    choose(0);
    press("#start-capture");
    window.until(() -> window.shows("#capture-rest"));
    picture("capture-incomplete");
    press("#capture-back");
    choose(3);
    press("#start-capture");
    window.until(() -> window.shows("#capture-again"));
    picture("capture-failed");
    window.captures.moreTypes = 0;
    press("#capture-back");
    choose(5);
    press("#start-capture");
    window.until(() -> window.shows("#capture-assess"));
    picture("capture-complete");
  }

  @Test
  void whatWasReadIsPictured() throws Exception {
    TestWindow.onFx(
        () ->
            window
                .desktop()
                .session()
                .read(List.of(folder.resolve("many.zip"), folder.resolve("other-b.zip"))));
    window.until(() -> window.shows("#assess-sources"));
    press("#choose-scope");
    picture("source");
    TestWindow.onFx(() -> ((ScrollPane) window.node("#source-page")).setVvalue(0.5));
    picture("source-middle");
    TestWindow.onFx(() -> ((ScrollPane) window.node("#source-page")).setVvalue(1));
    picture("source-end");
  }

  private void choose(int context) {
    TestWindow.onFx(
        () -> ((ListView<?>) window.node("#contexts")).getSelectionModel().select(context));
    window.settle();
  }

  private void scroll(double to) {
    TestWindow.onFx(() -> ((ScrollPane) window.node("#connect-page")).setVvalue(to));
  }

  private void press(String button) {
    TestWindow.onFx(() -> ((ButtonBase) window.node(button)).fire());
    window.settle();
  }

  private void picture(String name) throws IOException {
    Pictures.take(window, SCREENS, name);
  }
}
