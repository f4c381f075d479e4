package org.safeguard.risk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

/// A mapping of a scope file whose keys are known, read with errors that name the line.
final class ScopeFields {

  private final Path file;
  private final ObjectNode node;

  ScopeFields(Path file, ObjectNode node, Set<String> known) throws UnreadableInputException {
    this.file = file;
    this.node = node;
    for (String key : node.keys()) {
      if (!known.contains(key)) {
        throw problem(key, "the key '" + key + "' is not known here", "Use one of " + words(known));
      }
    }
  }

  /// The line where the mapping starts.
  int line() {
    return node.line();
  }

  /// The text of a member, empty when it is not there.
  String text(String key) throws UnreadableInputException {
    Node value = node.get(key);
    if (value == null) {
      return "";
    }
    if (value instanceof ScalarNode(@Nullable Object scalar, int _)
        && !(scalar instanceof Redacted)) {
      return scalar == null ? "" : scalar.toString().strip();
    }
    throw problem(key, "'" + key + "' must be text", "Write '" + key + ": some text'");
  }

  /// The text of a member, or `other` when it is empty or not there.
  String textOr(String key, String other) throws UnreadableInputException {
    String text = text(key);
    return text.isEmpty() ? other : text;
  }

  String required(String key) throws UnreadableInputException {
    String text = text(key);
    if (text.isEmpty()) {
      throw problem(key, "'" + key + "' is missing", "Add '" + key + ":' to this entry");
    }
    return text;
  }

  String oneOf(String key, Set<String> values) throws UnreadableInputException {
    String text = required(key);
    if (!values.contains(text)) {
      throw problem(
          key, "'" + text + "' is no value of '" + key + "'", "Use one of " + words(values));
    }
    return text;
  }

  /// The mappings of a sequence, none when it is not there.
  List<ScopeFields> objects(String key, Set<String> known) throws UnreadableInputException {
    Node value = node.get(key);
    if (value == null
        || value instanceof ScalarNode(@Nullable Object scalar, int _) && scalar == null) {
      return List.of();
    }
    if (!(value instanceof ArrayNode array)) {
      throw problem(key, "'" + key + "' must be a list", "Start each entry with '- '");
    }
    List<ScopeFields> objects = new ArrayList<>();
    for (Node item : array.items()) {
      if (!(item instanceof ObjectNode object)) {
        throw problem(
            item.line(), "an entry of '" + key + "' has no keys", "Write '- namespace: …'");
      }
      objects.add(new ScopeFields(file, object, known));
    }
    return objects;
  }

  /// A problem with the member `key`, at its line or at the line of the mapping.
  UnreadableInputException problem(String key, String why, String remedy) {
    Node value = node.get(key);
    return problem(value == null ? line() : value.line(), why, remedy);
  }

  private UnreadableInputException problem(int line, String why, String remedy) {
    return new UnreadableInputException(file + ":" + line, why, remedy);
  }

  private static String words(Set<String> words) {
    return Wording.list(List.copyOf(new TreeSet<>(words)));
  }
}
