package org.safeguard.desktop;

import java.nio.file.Path;
import java.time.Clock;
import javafx.application.Application;
import org.safeguard.desktop.platform.ConfigPlace;
import org.safeguard.desktop.platform.Display;
import org.safeguard.workbench.Workbench;

/// Starts the desktop. It does not extend `Application`, so that it also starts from a plain class
/// path.
public final class DesktopMain {

  private static final int NO_DISPLAY = 2;
  private static final String LOG_CONFIGURATION = "logback.configurationFile";

  private DesktopMain() {}

  /// @param arguments an engagement file to open, or none
  public static void main(String[] arguments) {
    if (!Display.available(System.getProperties(), System.getenv())) {
      leaveWithoutDisplay();
    }
    System.setProperty("safeguard.log.folder", configFolder().toString());
    if (System.getProperty(LOG_CONFIGURATION) == null) {
      System.setProperty(LOG_CONFIGURATION, "org/safeguard/desktop/logback-desktop.xml");
    }
    try {
      Application.launch(DesktopApp.class, arguments);
    } catch (UnsupportedOperationException e) { // a display is named but does not answer
      leaveWithoutDisplay();
    }
  }

  private static void leaveWithoutDisplay() {
    System.err.println(Display.MISSING);
    System.exit(NO_DISPLAY);
  }

  /// Where this user's desktop keeps its settings and its log.
  static Path configFolder() {
    return ConfigPlace.of(
        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
  }

  static Workbench workbench() {
    return new Workbench(Clock.systemUTC(), version());
  }

  /// The version in the jar's manifest; `development` when it runs from class files.
  private static String version() {
    String version = DesktopMain.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
