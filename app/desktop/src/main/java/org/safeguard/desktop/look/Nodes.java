package org.safeguard.desktop.look;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The few shapes that every screen is built of.
public final class Nodes {

  private Nodes() {}

  /// Text with style classes.
  public static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /// Text that breaks into lines rather than being cut.
  public static Label paragraph(String text, String... styles) {
    Label label = label(text, styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  /// A button with a mnemonic where the text has an underscore.
  public static Button button(String text, Runnable action, String... styles) {
    Button button = new Button(text);
    button.setOnAction(_ -> action.run());
    button.getStyleClass().addAll(styles);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /// Nodes below each other.
  public static VBox column(String style, Node... children) {
    VBox column = new VBox(children);
    column.getStyleClass().add(style);
    return column;
  }

  /// Nodes beside each other.
  public static HBox row(String style, Node... children) {
    HBox row = new HBox(children);
    row.getStyleClass().add(style);
    return row;
  }

  /// Lets a node take what room is left in its row.
  public static <N extends Node> N growing(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    return node;
  }

  /// Room that pushes what follows to the far end of a row.
  public static Region spring() {
    return growing(new Region());
  }

  /// Shows a node, and gives its room away while it is not shown.
  public static void setShown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /// Moves the keyboard to a node, or to the first part of it that can take it.
  ///
  /// @return whether something took it
  public static boolean focus(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return false;
    }
    if (node.isFocusTraversable()) {
      node.requestFocus();
      return true;
    }
    return node instanceof Parent parent
        && parent.getChildrenUnmodifiable().stream().anyMatch(Nodes::focus);
  }

  /// Lets Escape mean "back" in a list or table too, which would swallow it although nothing in it
  /// can be edited.
  public static void passEscape(Node node) {
    node.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          Parent parent = node.getParent();
          if (event.getCode() == KeyCode.ESCAPE && parent != null) {
            event.consume();
            parent.fireEvent(event.copyFor(parent, parent));
          }
        });
  }
}
