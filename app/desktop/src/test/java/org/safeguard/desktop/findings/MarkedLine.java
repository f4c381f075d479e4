package org.safeguard.desktop.findings;

import javafx.scene.Node;
import javafx.scene.control.ListView;

/// What the YAML pane marks, for tests of the whole window.
public final class MarkedLine {

  private MarkedLine() {}

  /// The marked line without its indentation, empty when none is.
  public static String of(Node yaml) {
    for (Object item : ((ListView<?>) yaml).getItems()) {
      if (item instanceof YamlLine(int _, String text, boolean evidence) && evidence) {
        return text.strip();
      }
    }
    return "";
  }
}
