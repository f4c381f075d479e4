package org.safeguard.kubernetes;

import java.util.regex.Pattern;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

/// Tells values that were taken out of a source, by us or by the tool that made it: troubleshoot
/// (`***HIDDEN***`), `oc adm inspect` (`12 bytes long`), must-gather-clean (`x-ipv4-…-x`) and the
/// usual words.
final class Redaction {

  private static final Pattern WHOLE =
      Pattern.compile(
          "\\*{3,}|x{6,}|\\d+ bytes long|[<\\[(]?(redacted|hidden|masked|removed)[>\\])]?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PART =
      Pattern.compile(
          "\\*{3}HIDDEN\\*{3}|\\(redacted: |x-(ipv4|ipv6|mac)-\\d+-x|xxx\\.xxx\\.xxx\\.xxx");

  private Redaction() {}

  static boolean hides(Node node) {
    return node instanceof ScalarNode(Object value, int _)
        && (value instanceof Redacted || value instanceof String text && hides(text));
  }

  static boolean hides(String text) {
    return couldHide(text) && (PART.matcher(text).find() || WHOLE.matcher(text.strip()).matches());
  }

  /// Most values hold none of these letters, which is faster to see than any pattern.
  private static boolean couldHide(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*' || c == 'x' || c == 'X' || c == 'd' || c == 'D' || c == 'b') {
        return true;
      }
    }
    return false;
  }
}
