package org.safeguard.document;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/// How one scalar is written in YAML: plain where that reads back as the same text, else quoted,
/// else as a block.
final class YamlScalarText {

  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

  /// Booleans to the YAML library of Kubernetes, though not to ours.
  private static final Set<String> SHORT_BOOLEANS = Set.of("y", "Y", "n", "N");

  private static final Resolver RESOLVER = new Resolver();

  private YamlScalarText() {}

  static String inline(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> inline(text);
      case Double number when number.isNaN() -> ".nan";
      case Double number when number.isInfinite() -> number > 0 ? ".inf" : "-.inf";
      case Object other -> other.toString();
    };
  }

  private static String inline(String text) {
    if (text.isEmpty() || !isPrintable(text)) {
      return doubleQuoted(text);
    }
    if (looksLikeAnotherType(text)) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
    return isPlain(text) ? text : "'" + text.replace("'", "''") + "'";
  }

  static boolean isBlock(String text) {
    return text.indexOf('\n') >= 0
        && !text.isBlank()
        && isPrintable(text.replace("\n", "").replace("\t", ""));
  }

  static String blockHeader(String text) {
    String indentation = " \n\t".indexOf(text.charAt(0)) >= 0 ? "2" : "";
    if (!text.endsWith("\n")) {
      return "|" + indentation + "-";
    }
    return "|" + indentation + (text.endsWith("\n\n") ? "+" : "");
  }

  static List<String> blockLines(String text) {
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return List.of(body.split("\n", -1));
  }

  private static boolean looksLikeAnotherType(String text) {
    return SHORT_BOOLEANS.contains(text)
        || !RESOLVER.resolve(NodeId.scalar, text, true).equals(Tag.STR);
  }

  private static boolean isPlain(String text) {
    return startsPlain(text)
        && !text.endsWith(" ")
        && !text.endsWith(":")
        && !text.contains(": ")
        && !text.contains(" #");
  }

  /// A flag such as `--verbose` starts plain, a list item such as `- x` does not.
  private static boolean startsPlain(String text) {
    if (text.startsWith("---") || text.startsWith("...") || text.startsWith(" ")) {
      return false;
    }
    return INDICATORS.indexOf(text.charAt(0)) < 0
        || text.charAt(0) == '-' && text.length() > 1 && text.charAt(1) != ' ';
  }

  private static boolean isPrintable(String text) {
    return text.codePoints().allMatch(YamlScalarText::isPrintable);
  }

  private static boolean isPrintable(int c) {
    return c >= 0x20 && c < 0x7f
        || c >= 0xa0 && c < 0xd800 && c != 0x2028 && c != 0x2029
        || c >= 0xe000 && c < 0xfffe && c != 0xfeff
        || c >= 0x10000;
  }

  private static String doubleQuoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(c -> quoted.append(escaped((char) c)));
    return quoted.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          isPrintable(c) || Character.isSurrogate(c)
              ? String.valueOf(c)
              : "\\u%04x".formatted((int) c);
    };
  }
}
