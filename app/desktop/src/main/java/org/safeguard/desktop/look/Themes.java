package org.safeguard.desktop.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Dresses the application in the light or the dark theme and follows the operating system.
public final class Themes {

  private final ThemeSetting setting;
  private final ReadOnlyObjectWrapper<ThemeChoice> choice;

  public Themes(ThemeSetting setting) {
    this.setting = setting;
    choice = new ReadOnlyObjectWrapper<>(setting.read());
  }

  /// Dresses the application now and whenever the operating system changes.
  public void install() {
    Platform.getPreferences().colorSchemeProperty().subscribe(_ -> dress());
  }

  public ReadOnlyObjectProperty<ThemeChoice> choiceProperty() {
    return choice.getReadOnlyProperty();
  }

  /// Changes the theme and keeps the choice.
  public void choose(ThemeChoice chosen) {
    choice.set(chosen);
    setting.write(chosen);
    dress();
  }

  private void dress() {
    boolean dark =
        switch (choice.get()) {
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
          case LIGHT -> false;
          case DARK -> true;
        };
    Application.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
  }
}
