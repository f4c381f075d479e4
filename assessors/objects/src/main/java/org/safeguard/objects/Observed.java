package org.safeguard.objects;

import java.util.List;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.redaction.Credentials;

/// Values as evidence shows them: short, and without anything that looks like a credential.
public final class Observed {

  private static final int LONGEST = 200;
  private static final String HIDDEN = "(hidden: looks like a credential)";

  private Observed() {}

  public static String of(Node node) {
    return shortened(
        switch (node) {
          case ScalarNode scalar -> scalarText(scalar);
          case ObjectNode object -> "keys: " + String.join(", ", object.keys());
          case ArrayNode array -> list(array.items());
        });
  }

  /// The sort of a value, for saying that it is the wrong one.
  public static String sort(Node node) {
    return switch (node) {
      case ObjectNode _ -> "a mapping";
      case ArrayNode _ -> "a list";
      case ScalarNode(Boolean _, int _) -> "true or false";
      case ScalarNode(Number _, int _) -> "a number";
      case ScalarNode _ -> "text";
    };
  }

  public static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + '…';
  }

  private static String scalarText(ScalarNode scalar) {
    String text = seen(scalar);
    return Credentials.inText(text) ? HIDDEN : text;
  }

  private static String list(List<Node> items) {
    if (!items.stream().allMatch(ScalarNode.class::isInstance)) {
      return items.size() == 1 ? "1 item" : items.size() + " items";
    }
    List<String> texts =
        items.stream().limit(LONGEST).map(item -> seen((ScalarNode) item)).toList();
    return Credentials.inArguments(texts) ? HIDDEN : "[" + String.join(", ", texts) + "]";
  }

  /// As much of a text as could be shown, and enough more to tell a credential that is cut off.
  private static String seen(ScalarNode scalar) {
    String text = scalar.text();
    return text.length() <= 2 * LONGEST ? text : text.substring(0, 2 * LONGEST);
  }
}
