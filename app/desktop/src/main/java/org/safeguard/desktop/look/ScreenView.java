package org.safeguard.desktop.look;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/// A screen of the window.
public interface ScreenView {

  /// Builds the screen; called once.
  Parent createView();

  /// The parts that F6 moves between, in order; the first takes the keyboard when the screen
  /// appears.
  List<Node> panes();
}
