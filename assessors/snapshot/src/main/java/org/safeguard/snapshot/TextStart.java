package org.safeguard.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What the first bytes of a text file tell.
///
/// @param charset from the byte order mark, or from the pattern of zeros; UTF-8 otherwise
/// @param markBytes length of the byte order mark
/// @param syntax what it seems to be written in
record TextStart(Charset charset, int markBytes, Syntax syntax) {

  enum Syntax {
    JSON,
    YAML,
    TEMPLATE,
    OTHER
  }

  private static final Pattern YAML_LINE =
      Pattern.compile("(%YAML|---(\\s|$)|- |-$|[\"']?[\\w./$<-][^:#{}]{0,200}:(\\s|$)).*");

  /// A mapping in braces whose first key has no quotes, which is YAML and not JSON.
  private static final Pattern YAML_FLOW = Pattern.compile("\\{\\s*[A-Za-z]");

  static TextStart of(byte[] head) {
    Charset charset = StandardCharsets.UTF_8;
    int mark = 0;
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      mark = 3;
    } else if (starts(head, 0xFF, 0xFE)) {
      charset = StandardCharsets.UTF_16LE;
      mark = 2;
    } else if (starts(head, 0xFE, 0xFF)) {
      charset = StandardCharsets.UTF_16BE;
      mark = 2;
    } else if (head.length > 3 && head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0) {
      charset = StandardCharsets.UTF_16LE;
    } else if (head.length > 3 && head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0) {
      charset = StandardCharsets.UTF_16BE;
    }
    String text = charset.decode(ByteBuffer.wrap(head, mark, head.length - mark)).toString();
    return new TextStart(charset, mark, syntax(text));
  }

  private static boolean starts(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static Syntax syntax(String text) {
    if (text.indexOf('\0') >= 0) {
      return Syntax.OTHER;
    }
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String start = line.stripLeading();
      if (start.isEmpty() || start.startsWith("#")) {
        continue;
      }
      if (start.startsWith("{{")) {
        return Syntax.TEMPLATE;
      }
      if (start.startsWith("{") || start.startsWith("[")) {
        return YAML_FLOW.matcher(start).lookingAt() ? Syntax.YAML : Syntax.JSON;
      }
      return YAML_LINE.matcher(line.strip()).matches() ? Syntax.YAML : Syntax.OTHER;
    }
    return Syntax.YAML;
  }
}
