package org.safeguard.desktop.look;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;

/// A large area that acts like a button. A JavaFX button gives wrapped text no width to wrap in,
/// so whatever holds more than a line of text is one of these.
public final class Pressable extends StackPane {

  private static final String STYLE = "pressable";

  private final Runnable action;

  /// @param text what a screen reader says
  public Pressable(Node content, String text, Runnable action) {
    super(content);
    this.action = action;
    getStyleClass().add(STYLE);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(text);
    setFocusTraversable(true);
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            press();
          }
        });
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            event.consume();
            press();
          }
        });
  }

  /// Does what a click does.
  public void press() {
    requestFocus();
    action.run();
  }

  @Override
  public void executeAccessibleAction(AccessibleAction wanted, Object... parameters) {
    if (wanted == AccessibleAction.FIRE) {
      press();
    } else {
      super.executeAccessibleAction(wanted, parameters);
    }
  }
}
