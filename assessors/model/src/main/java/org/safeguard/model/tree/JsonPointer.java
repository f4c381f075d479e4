package org.safeguard.model.tree;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A place inside a document ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)).
///
/// @param text the pointer as written, empty for the whole document
public record JsonPointer(String text) {

  /// The whole document.
  public static final JsonPointer ROOT = new JsonPointer("");

  /// @throws IllegalArgumentException when the text is neither empty nor starts with a slash
  public JsonPointer {
    if (!text.isEmpty() && text.charAt(0) != '/') {
      throw new IllegalArgumentException("A JSON pointer starts with '/': " + text);
    }
  }

  /// The member `key` of what this points to.
  public JsonPointer child(String key) {
    return new JsonPointer(text + '/' + key.replace("~", "~0").replace("/", "~1"));
  }

  /// The item at `index` of what this points to.
  public JsonPointer child(int index) {
    return new JsonPointer(text + '/' + index);
  }

  /// What this points to in `root`, empty when there is nothing.
  public Optional<Node> in(Node root) {
    Node node = root;
    if (text.isEmpty()) {
      return Optional.of(node);
    }
    for (String step : text.substring(1).split("/", -1)) {
      Node next = step(node, step.replace("~1", "/").replace("~0", "~"));
      if (next == null) {
        return Optional.empty();
      }
      node = next;
    }
    return Optional.of(node);
  }

  /// The line of what this points to, or of its nearest ancestor that exists.
  public int lineIn(Node root) {
    JsonPointer at = this;
    Optional<Node> found = at.in(root);
    while (found.isEmpty()) {
      at = at.parent();
      found = at.in(root);
    }
    return found.get().line();
  }

  /// The pointer one step up; [#ROOT] stays itself.
  public JsonPointer parent() {
    return text.isEmpty() ? this : new JsonPointer(text.substring(0, text.lastIndexOf('/')));
  }

  @Override
  public String toString() {
    return text;
  }

  private static @Nullable Node step(Node node, String key) {
    return switch (node) {
      case ObjectNode object -> object.get(key);
      case ArrayNode array -> item(array, key);
      case ScalarNode _ -> null;
    };
  }

  private static @Nullable Node item(ArrayNode array, String key) {
    if (!key.matches("0|[1-9][0-9]{0,8}")) {
      return null;
    }
    int index = Integer.parseInt(key);
    return index < array.items().size() ? array.items().get(index) : null;
  }
}
