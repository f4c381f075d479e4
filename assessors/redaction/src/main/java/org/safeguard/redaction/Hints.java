package org.safeguard.redaction;

/// Tells in one look at each letter whether a text could hold a credential by shape, health data or
/// a marker at all. Nearly no text does, and there are millions of them.
final class Hints {

  /// Shorter texts hold nothing of the sort.
  private static final int SHORTEST = 8;

  /// The letters at which a hint is known; all of them rare in names, numbers and paths.
  private static final boolean[] LETTERS = new boolean[128];

  static {
    for (char letter : "@-_AJLz.|T(\"".toCharArray()) {
      LETTERS[letter] = true;
    }
  }

  private Hints() {}

  static boolean in(String text) {
    int length = text.length();
    if (length < SHORTEST) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char letter = text.charAt(i);
      if (letter < 128 && LETTERS[letter] && at(text, i, letter)) {
        return true;
      }
    }
    return false;
  }

  private static boolean at(String text, int i, char letter) {
    return switch (letter) {
      case '@' -> address(text, i);
      case '-' -> dash(text, i);
      case '_' -> underscore(text, i);
      case 'A' ->
          text.startsWith("KIA", i + 1)
              || text.startsWith("SIA", i + 1)
              || text.startsWith("Iza", i + 1)
              || text.startsWith("ccountKey=", i + 1);
      case 'J' -> i >= 2 && text.charAt(i - 1) == 'y' && text.charAt(i - 2) == 'e';
      case 'L' -> text.startsWith("S0tLS1", i + 1);
      case 'z' -> text.startsWith("ation", i + 1) && i >= 6 && text.startsWith("uthori", i - 6);
      case '.' -> text.startsWith("slack.com/", i + 1) || i >= 3 && text.startsWith("hvs", i - 3);
      case '|' -> text.startsWith("^~", i + 1);
      case 'T' -> i >= 8 && text.startsWith("resource", i - 8);
      case '(' -> text.startsWith("redacted", i + 1) || text.startsWith("0010", i + 1);
      case '"' -> text.startsWith("0010", i + 1);
      default -> false;
    };
  }

  /// A colon between the start of an address and the sign after its user.
  private static boolean address(String text, int i) {
    int start = text.indexOf("://");
    return start >= 0 && text.lastIndexOf(':', i) > start;
  }

  /// `ghp_` and its like, `npm_`, `dckr_pat_`, `sk_live_`.
  private static boolean underscore(String text, int i) {
    return text.startsWith("live_", i + 1)
        || i >= 3
            && (text.startsWith("gh", i - 3)
                || text.startsWith("npm", i - 3)
                || text.startsWith("pat", i - 3));
  }

  private static boolean dash(String text, int i) {
    return text.startsWith("-----BEGIN ", i)
        || i >= 5 && text.startsWith("glpat", i - 5)
        || i >= 4 && text.startsWith("xox", i - 4)
        || i >= 3
            && i + 7 < text.length()
            && text.charAt(i + 3) == '-'
            && (i == 3 || !Character.isDigit(text.charAt(i - 4)))
            && Character.isDigit(text.charAt(i - 1))
            && Character.isDigit(text.charAt(i + 1));
  }
}
