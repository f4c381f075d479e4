package org.safeguard.desktop.look;

/// Which theme the user wants.
public enum ThemeChoice {
  /// As the operating system is set.
  SYSTEM,
  LIGHT,
  DARK
}
