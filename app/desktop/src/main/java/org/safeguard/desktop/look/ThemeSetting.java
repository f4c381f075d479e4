package org.safeguard.desktop.look;

import java.util.List;
import org.safeguard.desktop.platform.ConfigFolder;

/// The theme the user chose, kept from one start to the next.
public final class ThemeSetting {

  private static final String NAME = "theme.txt";

  private final ConfigFolder folder;

  public ThemeSetting(ConfigFolder folder) {
    this.folder = folder;
  }

  /// What was chosen last; the operating system's while nothing was.
  public ThemeChoice read() {
    String kept = folder.read(NAME).stream().findFirst().orElse("");
    for (ThemeChoice choice : ThemeChoice.values()) {
      if (choice.name().equals(kept)) {
        return choice;
      }
    }
    return ThemeChoice.SYSTEM;
  }

  /// Keeps a choice.
  public void write(ThemeChoice choice) {
    folder.write(NAME, List.of(choice.name()));
  }
}
