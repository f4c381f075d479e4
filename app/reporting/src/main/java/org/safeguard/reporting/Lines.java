package org.safeguard.reporting;

/// How many lines a text takes in a column, near enough to set a row's height: nothing measures
/// fonts, so the same text always gives the same height.
final class Lines {

  /// Height of a line of 10 point text.
  static final float POINTS = 13f;

  private Lines() {}

  /// @param width of the column in characters
  static int of(String text, double width) {
    int perLine = Math.max(1, (int) (width * 1.15 - 1));
    int lines = 1;
    int onLine = 0;
    int word = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        lines++;
        onLine = 0;
        word = 0;
        continue;
      }
      word = c == ' ' ? 0 : word + 1;
      onLine += c > 0x2e7f ? 2 : 1; // ideographs and emoji are twice as wide
      if (onLine > perLine && c != ' ') {
        lines++;
        // A word that does not fit moves to the next line whole; one longer than a line is split.
        onLine = word < perLine ? word : 1;
        word = onLine;
      }
    }
    return lines;
  }

  /// The height of a row of that many lines, with a little air.
  static float height(int lines) {
    return Math.min(lines * POINTS + 4, 409);
  }
}
