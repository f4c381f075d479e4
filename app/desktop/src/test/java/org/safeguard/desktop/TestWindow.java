package org.safeguard.desktop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.safeguard.desktop.fixture.FakeCaptures;
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
import org.safeguard.desktop.usecase.AssessmentUseCases;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window on the headless platform, over fakes unless a test brings the engine.
final class TestWindow implements AutoCloseable {

  final FakeUseCases useCases;
  final RecentInMemory recent = new RecentInMemory();
  final FakePlatform platform = new FakePlatform();
  final FakeCaptures captures;
  final FakeDialogs dialogs;
  final Themes themes;

  private final Messages messages = new Messages(Locale.ENGLISH);
  private final FxTaskRunner runner = new FxTaskRunner(new Failures(messages));
  private final FxTaskRunner network = new FxTaskRunner(new Failures(messages));
  private final Desktop desktop;
  private final Scene scene;

  TestWindow(Path folder) throws TimeoutException {
    this(folder, new FakeUseCases());
  }

  private TestWindow(Path folder, FakeUseCases fake) throws TimeoutException {
    this(folder, fake, fake, new FakeCaptures(), 1000, 760);
  }

  /// A window over other use cases than the fake ones.
  TestWindow(Path folder, AssessmentUseCases useCases, double width, double height)
      throws TimeoutException {
    this(folder, new FakeUseCases(), useCases, new FakeCaptures(), width, height);
  }

  private TestWindow(
      Path folder,
      FakeUseCases fake,
      AssessmentUseCases used,
      FakeCaptures captures,
      double width,
      double height)
      throws TimeoutException {
    useCases = fake;
    this.captures = captures;
    FxToolkit.registerPrimaryStage();
    dialogs = new FakeDialogs(folder);
    themes = new Themes(new ThemeSetting(new ConfigFolder(folder.resolve("config"))));
    onFx(themes::install);
    desktop =
        WaitForAsyncUtils.waitForAsyncFx(
            5000,
            () ->
                new Desktop(
                    new Desktop.Engine(used, captures),
                    new Desktop.Surroundings(
                        dialogs,
                        platform,
                        platform,
                        recent,
                        themes,
                        Clock.fixed(FakeCaptures.NOW, ZoneOffset.UTC),
                        folder),
                    new Desktop.Workers(runner, network),
                    messages));
    scene = WaitForAsyncUtils.waitForAsyncFx(5000, () -> desktop.createScene(width, height));
    FxToolkit.setupStage(
        stage -> {
          stage.setScene(scene);
          stage.show();
          stage.requestFocus();
        });
    settle();
  }

  Desktop desktop() {
    return desktop;
  }

  Scene scene() {
    return scene;
  }

  Node node(String selector) {
    return scene.lookup(selector);
  }

  boolean shows(String selector) {
    Node node = node(selector);
    return node != null && node.isVisible();
  }

  TableView<?> table() {
    return (TableView<?>) node("#findings");
  }

  String texts(String selector) {
    StringBuilder all = new StringBuilder();
    for (Node label : node(selector).lookupAll(".label")) {
      all.append(((Label) label).getText()).append('\n');
    }
    return all.toString();
  }

  /// The id of what has the keyboard, or of its nearest parent that has an id.
  String focused() {
    Node at = scene.getFocusOwner();
    while (at != null && at.getId() == null) {
      at = at.getParent();
    }
    return at == null ? "" : at.getId();
  }

  void choose(ThemeChoice theme) {
    onFx(() -> themes.choose(theme));
    settle();
  }

  void until(Callable<Boolean> condition) throws TimeoutException {
    try {
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> condition.call() || failed());
    } catch (TimeoutException e) {
      throw new AssertionError("waited in vain; shown was " + texts(".root"), e);
    }
    settle();
    assertTrue(holds(condition), () -> "failed instead: " + texts("#run-message"));
  }

  private static boolean holds(Callable<Boolean> condition) {
    try {
      return condition.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private boolean failed() {
    return shows("#run-message");
  }

  /// Lets pending events, layout and short delays pass.
  void settle() {
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.sleep(250, TimeUnit.MILLISECONDS);
    WaitForAsyncUtils.waitForFxEvents();
  }

  static void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(5000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Override
  public void close() throws TimeoutException {
    runner.close();
    network.close();
    onFx(desktop.session()::close);
    FxToolkit.cleanupStages();
  }
}
