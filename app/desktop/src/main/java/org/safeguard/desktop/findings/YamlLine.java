package org.safeguard.desktop.findings;

/// A line of an object's YAML.
///
/// @param number from 1
/// @param text without its end
/// @param evidence whether the verdict rests on it
record YamlLine(int number, String text, boolean evidence) {

  /// Where the value starts: after the key and its colon; 0 where the line has no key.
  int valueAt() {
    int start = 0;
    while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '-')) {
      start++;
    }
    if (start < text.length() && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
      return 0;
    }
    int colon = text.indexOf(": ", start);
    if (colon > 0 && text.indexOf(' ', start) == colon + 1) {
      return colon + 1;
    }
    return text.endsWith(":") && text.indexOf(' ', start) < 0 ? text.length() : 0;
  }
}
