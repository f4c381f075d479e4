package org.safeguard.desktop.platform;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// Whether there is a screen to show a window on.
public final class Display {

  /// What to say where there is none.
  public static final String MISSING =
      "There is no display. Use the command line: safeguard --help";

  private Display() {}

  /// Looks for a display on Linux, where a terminal without one is usual. Other systems always have
  /// one, and a platform that was named for JavaFX brings its own.
  public static boolean available(Properties system, Map<String, String> environment) {
    boolean linux = system.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    return !linux
        || system.getProperty("glass.platform") != null
        || named(environment, "DISPLAY")
        || named(environment, "WAYLAND_DISPLAY");
  }

  private static boolean named(Map<String, String> environment, String variable) {
    return !environment.getOrDefault(variable, "").isBlank();
  }
}
