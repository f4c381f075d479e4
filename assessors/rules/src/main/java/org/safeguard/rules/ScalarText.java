package org.safeguard.rules;

import java.util.List;

/// Finds characters of a YAML scalar in the file it was read from, through quotes, folding and
/// indentation.
final class ScalarText {

  private ScalarText() {}

  /// A place in a file.
  ///
  /// @param line from 1
  /// @param column from 1
  record Place(int line, int column) {}

  /// Where the character at `offset` of `text` stands.
  ///
  /// @param lines the file
  /// @param line where the value of `key` starts, from 1
  static Place find(List<String> lines, int line, String key, String text, int offset) {
    int row = Math.clamp(line - 1L, 0, Math.max(0, lines.size() - 1));
    if (lines.isEmpty()) {
      return new Place(1, 1);
    }
    int column = start(lines.get(row), key);
    Place first = new Place(row + 1, column + 1);
    String code = lines.get(row).substring(column);
    if (code.matches("[|>][-+0-9]*\\s*(#.*)?")) {
      row++;
      column = 0;
    }
    return walk(lines, row, column, text, offset, first);
  }

  private static int start(String line, String key) {
    int at = line.indexOf(key + ":");
    int column = at < 0 ? 0 : at + key.length() + 1;
    while (column < line.length() && Character.isWhitespace(line.charAt(column))) {
      column++;
    }
    return Math.min(column, line.length());
  }

  /// Steps through text and file together, ignoring blanks and what quoting adds.
  private static Place walk(
      List<String> lines, int row, int column, String text, int offset, Place first) {
    Place last = first;
    int at = 0;
    while (at <= offset && row < lines.size()) {
      while (at < text.length() && Character.isWhitespace(text.charAt(at)) && at < offset) {
        at++;
      }
      String line = lines.get(row);
      if (column >= line.length()) {
        row++;
        column = 0;
      } else if (at < text.length() && line.charAt(column) == text.charAt(at)) {
        last = new Place(row + 1, column + 1);
        at++;
        column++;
      } else {
        column++;
      }
    }
    return last;
  }
}
