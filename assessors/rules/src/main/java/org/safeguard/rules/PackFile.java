package org.safeguard.rules;

import java.util.List;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.Node;

/// A file of a pack that was read.
///
/// @param path relative to the pack, with `/` between folders
/// @param lines its text
/// @param root its one document
record PackFile(String path, List<String> lines, Node root) {

  /// A problem at a value, or at its nearest ancestor that is there.
  PackProblem problem(JsonPointer at, String message) {
    int line = at.lineIn(root);
    return new PackProblem(path, line, column(at, line), message);
  }

  /// A problem at a character of a text value.
  ///
  /// @param key a member of the root
  PackProblem problem(String key, String text, int offset, String message) {
    int line = JsonPointer.ROOT.child(key).lineIn(root);
    ScalarText.Place place = ScalarText.find(lines, line, key, text, offset);
    return new PackProblem(path, place.line(), place.column(), key + ": " + message);
  }

  /// The name of the folder that holds the file.
  String folder() {
    String[] steps = path.split("/");
    return steps.length > 1 ? steps[steps.length - 2] : "";
  }

  private int column(JsonPointer at, int line) {
    if (line < 1 || line > lines.size()) {
      return 0;
    }
    String text = lines.get(line - 1);
    String key = at.text().substring(at.text().lastIndexOf('/') + 1);
    int column = key.isEmpty() || key.matches("[0-9]+") ? -1 : text.indexOf(key + ":");
    return column >= 0 ? column + 1 : text.length() - text.stripLeading().length() + 1;
  }
}
