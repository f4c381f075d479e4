package org.safeguard.desktop;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
import org.safeguard.desktop.usecase.WorkbenchCaptures;
import org.safeguard.desktop.usecase.WorkbenchUseCases;
import org.safeguard.workbench.Workbench;

/// The application that JavaFX starts: wires the real parts and shows the window.
public final class DesktopApp extends Application {

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 860;

  private @Nullable Desktop desktop;
  private final List<FxTaskRunner> runners = new ArrayList<>();

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
    Workbench workbench = DesktopMain.workbench();
    Desktop parts =
        new Desktop(
            new Desktop.Engine(
                new WorkbenchUseCases(workbench), new WorkbenchCaptures(workbench.captures())),
            new Desktop.Surroundings(
                dialogs,
                new FxBrowser(getHostServices()),
                new FxClipboard(),
                new RecentEngagementsFile(config),
                themes,
                Clock.systemUTC(),
                Path.of(System.getProperty("user.home"))),
            new Desktop.Workers(runner(failures), runner(failures)),
            messages);
    desktop = parts;
    show(stage, parts, dialogs, messages);
    getParameters().getUnnamed().stream()
        .map(Path::of)
        .findFirst()
        .ifPresent(parts.session()::open);
  }

  @Override
  public void stop() {
    runners.forEach(FxTaskRunner::close);
    if (desktop != null && !desktop.working()) {
      desktop.session().close();
    }
  }

  private FxTaskRunner runner(Failures failures) {
    FxTaskRunner runner = new FxTaskRunner(failures);
    runners.add(runner);
    return runner;
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
