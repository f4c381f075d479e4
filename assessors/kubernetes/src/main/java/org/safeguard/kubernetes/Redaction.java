package org.safeguard.kubernetes;

import java.util.List;
import java.util.regex.Pattern;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

/// Tells values that were taken out of a source, by us or by the tool that made it: troubleshoot
/// (`***HIDDEN***`), `oc adm inspect` (`12 bytes long`), must-gather-clean (`x-ipv4-…-x`) and the
/// usual words.
final class Redaction {

  private static final int LONGEST_WORD = 40;

  private static final Pattern WHOLE =
      Pattern.compile(
          "\\*{3,}|x{6,}|\\d+ bytes long|[<\\[(]?(redacted|hidden|masked|removed)[>\\])]?",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> PARTS =
      List.of("***HIDDEN***", "(redacted: ", "x-ipv4-", "x-ipv6-", "x-mac-", "xxx.xxx.xxx.xxx");

  private Redaction() {}

  static boolean hides(Node node) {
    return node instanceof ScalarNode(Object value, int _)
        && (value instanceof Redacted || value instanceof String text && hides(text));
  }

  static boolean hides(String text) {
    return PARTS.stream().anyMatch(text::contains)
        || text.length() <= LONGEST_WORD && WHOLE.matcher(text.strip()).matches();
  }
}
