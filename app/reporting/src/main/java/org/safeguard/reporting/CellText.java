package org.safeguard.reporting;

/// Text as a cell can hold it. Text that already fits is returned as it is.
///
/// A cell holds 32,767 UTF-16 units and no control characters but line feed and tab, and reads
/// `_x0041_` as an escaped character (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
final class CellText {

  /// The most UTF-16 units that Excel keeps in a cell.
  static final int MOST = 32_767;

  private static final String CUT = "\n[cut here; the whole text is in the engagement file]";

  private CellText() {}

  static String of(String text) {
    String whole = needsCare(text) ? careful(text) : text;
    return whole.length() <= MOST ? whole : cut(whole, MOST - CUT.length()) + CUT;
  }

  /// The first `length` units of `text`, never half a character.
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }

  private static boolean needsCare(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\n' && c != '\t')
          || c == '_'
          || c == 0x7f
          || c >= Character.MIN_SURROGATE) {
        return true;
      }
    }
    return false;
  }

  private static String careful(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (c == '\r' && next < text.length() && text.charAt(next) == '\n') {
        i = next;
        continue;
      }
      append(out, c, text, i);
      i = next;
    }
    return out.toString();
  }

  private static void append(StringBuilder out, int c, String text, int at) {
    if (c == '\r') {
      out.append('\n');
    } else if (c < ' ' && c != '\n' && c != '\t') {
      out.append((char) (0x2400 + c)); // the visible picture of the control character
    } else if (c == 0x7f) {
      out.append('\u2421');
    } else if (c == 0xfffe || c == 0xffff || (c >= 0xd800 && c <= 0xdfff)) {
      out.append('\ufffd');
    } else if (c == '_' && looksEscaped(text, at)) {
      out.append("_x005F_");
    } else {
      out.appendCodePoint(c);
    }
  }

  private static boolean looksEscaped(String text, int at) {
    return text.length() >= at + 7
        && text.charAt(at + 1) == 'x'
        && text.charAt(at + 6) == '_'
        && text.substring(at + 2, at + 6).chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }
}
