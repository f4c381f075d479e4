package org.safeguard.desktop;

import javafx.application.Application;
import org.safeguard.desktop.usecase.AssessmentUseCases;

/// Starts the desktop. It does not extend `Application`, so that it also starts from a plain class
/// path.
public final class DesktopMain {

  private DesktopMain() {}

  /// @param arguments an engagement file to open, or none
  public static void main(String[] arguments) {
    Application.launch(DesktopApp.class, arguments);
  }

  static AssessmentUseCases useCases() {
    throw new UnsupportedOperationException("wired when the workbench module is there");
  }
}
