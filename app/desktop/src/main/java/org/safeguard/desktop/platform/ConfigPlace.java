package org.safeguard.desktop.platform;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where each operating system keeps what a program remembers of its user. It has no logger,
/// because the log file lies there too and is not open yet when this is asked.
public final class ConfigPlace {

  private ConfigPlace() {}

  /// The usual folder on this operating system; it may not exist yet.
  ///
  /// @param osName the system property `os.name`
  /// @param home the user's home folder
  public static Path of(String osName, Path home, Map<String, String> environment) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      String roaming = environment.get("APPDATA");
      Path base = roaming == null ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming);
      return base.resolve("Safeguard Workbench");
    }
    if (os.startsWith("mac")) {
      Path base = home.resolve("Library").resolve("Application Support");
      return base.resolve("Safeguard Workbench");
    }
    String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path base = xdg.isEmpty() ? home.resolve(".config") : Path.of(xdg);
    return base.resolve("safeguard-workbench");
  }
}
