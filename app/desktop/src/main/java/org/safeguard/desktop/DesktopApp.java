package org.safeguard.desktop;

import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.look.ThemeSetting;
import org.safeguard.desktop.look.Themes;
import org.safeguard.desktop.platform.ConfigFolder;
import org.safeguard.desktop.platform.FxBrowser;
import org.safeguard.desktop.platform.FxClipboard;
import org.safeguard.desktop.platform.FxDialogs;
import org.safeguard.desktop.platform.RecentEngagementsFile;
import org.safeguard.desktop.task.Failures;
import org.safeguard.desktop.task.FxTaskRunner;
import org.safeguard.desktop.text.Messages;

/// The application that JavaFX starts: wires the real parts and shows the window.
public final class DesktopApp extends Application {

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 860;

  private @Nullable Desktop desktop;
  private @Nullable FxTaskRunner runner;

  @Override
  public void start(Stage stage) {
    Messages messages = new Messages(Locale.getDefault());
    Failures failures = new Failures(messages);
    ConfigFolder config = new ConfigFolder(DesktopMain.configFolder());
    FxDialogs dialogs = new FxDialogs(stage, messages);
    Thread.currentThread()
        .setUncaughtExceptionHandler((_, thrown) -> dialogs.error(failures.of(thrown)));
    Themes themes = new Themes(new ThemeSetting(config));
    themes.install();
    FxTaskRunner tasks = new FxTaskRunner(failures);
    Desktop parts =
        new Desktop(
            DesktopMain.useCases(),
            new Desktop.Surroundings(
                dialogs,
                new FxBrowser(getHostServices()),
                new FxClipboard(),
                new RecentEngagementsFile(config),
                themes),
            tasks,
            messages);
    runner = tasks;
    desktop = parts;
    show(stage, parts, dialogs, messages);
    getParameters().getUnnamed().stream()
        .map(Path::of)
        .findFirst()
        .ifPresent(parts.session()::open);
  }

  @Override
  public void stop() {
    if (runner != null) {
      runner.close();
    }
    if (desktop != null && !desktop.working()) {
      desktop.session().close();
    }
  }

  private static void show(Stage stage, Desktop parts, FxDialogs dialogs, Messages messages) {
    stage.setTitle(messages.text("app.name"));
    stage.setScene(parts.createScene(WIDTH, HEIGHT));
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    stage.setOnCloseRequest(
        event -> {
          if (parts.working()
              && !dialogs.confirm(
                  messages.text("app.quit-question"), messages.text("app.quit-anyway"))) {
            event.consume();
          }
        });
    stage.show();
    Platform.setImplicitExit(true);
  }
}
