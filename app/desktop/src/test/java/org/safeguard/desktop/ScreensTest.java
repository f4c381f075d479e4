package org.safeguard.desktop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.desktop.fixture.FakeDialogs;
import org.safeguard.desktop.fixture.FakePlatform;
import org.safeguard.desktop.fixture.FakeUseCases;
import org.safeguard.desktop.fixture.RecentInMemory;
import org.safeguard.desktop.look.ThemeChoice;
import org.safeguard.desktop.look.ThemeSetting;
import org.safeguard.desktop.look.Themes;
import org.safeguard.desktop.platform.ConfigFolder;
import org.safeguard.desktop.task.Failures;
import org.safeguard.desktop.task.FxTaskRunner;
import org.safeguard.desktop.text.Messages;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Takes a picture of every screen, light and dark, for people to look at.
class ScreensTest {

  @TempDir Path folder;

  private final FakeUseCases useCases = new FakeUseCases();
  private final RecentInMemory recent = new RecentInMemory();
  private FxTaskRunner runner;
  private Themes themes;
  private Desktop desktop;
  private Scene scene;

  @BeforeEach
  void openWindow() throws Exception {
    FxToolkit.registerPrimaryStage();
    Files.writeString(folder.resolve("lakeside.safeguard"), "");
    recent.add(folder.resolve("moved-away.safeguard"));
    recent.add(folder.resolve("lakeside.safeguard"));
    themes = new Themes(new ThemeSetting(new ConfigFolder(folder.resolve("config"))));
    FxToolkit.setupStage(this::show);
  }

  private void show(Stage stage) {
    Messages messages = new Messages(Locale.ENGLISH);
    runner = new FxTaskRunner(new Failures(messages));
    FakePlatform platform = new FakePlatform();
    desktop =
        new Desktop(
            useCases,
            new Desktop.Surroundings(new FakeDialogs(folder), platform, platform, recent, themes),
            runner,
            messages);
    scene = desktop.createScene(1000, 760);
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void closeWindow() throws Exception {
    runner.close();
    FxToolkit.cleanupStages();
  }

  @Test
  void everyScreenIsPictured() throws Exception {
    picture("start");
    useCase("slow");
    useCases.inSlow.await(10, TimeUnit.SECONDS);
    WaitForAsyncUtils.sleep(400, TimeUnit.MILLISECONDS);
    picture("run");
    onFx(() -> scene.lookup("#cancel").fireEvent(new javafx.event.ActionEvent()));
    waitUntilQuiet();
    picture("run-cancelled");
    onFx(() -> scene.lookup("#back").fireEvent(new javafx.event.ActionEvent()));
    useCase("broken");
    waitUntilQuiet();
    picture("run-failed");
    onFx(() -> scene.lookup("#back").fireEvent(new javafx.event.ActionEvent()));
    onFx(desktop.session()::newEngagement);
    waitUntilQuiet();
    picture("overview-empty");
    useCase("dump.yaml");
    waitUntilQuiet();
    picture("overview");
    onFx(() -> ((javafx.scene.control.ScrollPane) scene.lookup(".overview")).setVvalue(0.45));
    picture("overview-middle");
    onFx(() -> ((javafx.scene.control.ScrollPane) scene.lookup(".overview")).setVvalue(1));
    picture("overview-end");
    onFx(() -> scene.lookup("#card-FAILED").fireEvent(new javafx.event.ActionEvent()));
    waitUntilQuiet();
    picture("findings");
    onFx(() -> ((javafx.scene.control.ScrollPane) scene.lookup("#evidence")).setVvalue(1));
    picture("findings-end");
    onFx(() -> scene.lookup("#status-all").fireEvent(new javafx.event.ActionEvent()));
    waitUntilQuiet();
    picture("findings-all");
    assertTrue(Files.size(Path.of("target", "screens", "findings-dark.png")) > 10_000);
  }

  private void useCase(String source) {
    onFx(() -> desktop.session().assess(List.of(folder.resolve(source))));
  }

  private void waitUntilQuiet() throws Exception {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !desktop.working());
    WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void picture(String name) throws IOException {
    for (ThemeChoice theme : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT)) {
      onFx(() -> themes.choose(theme));
      WaitForAsyncUtils.sleep(150, TimeUnit.MILLISECONDS);
      WaitForAsyncUtils.waitForFxEvents();
      WritableImage image = WaitForAsyncUtils.waitForAsyncFx(5000, () -> scene.snapshot(null));
      Path file =
          Path.of("target", "screens", name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
      Files.createDirectories(file.getParent());
      ImageIO.write(buffered(image), "png", file.toFile());
    }
  }

  private static BufferedImage buffered(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    return copy;
  }

  private static void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(5000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
