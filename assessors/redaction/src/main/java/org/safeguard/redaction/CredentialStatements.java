package org.safeguard.redaction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Passwords in the languages of databases, which set them without an equals sign or a colon.
final class CredentialStatements {

  private static final int SHORTEST_TEXT = 12;
  private static final int LONGEST_TEXT = 200_000;

  /// A statement and the word it cannot be without.
  private record Statement(String word, Pattern pattern) {}

  private static final List<Statement> STATEMENTS =
      List.of(
          new Statement(
              "dentified",
              Pattern.compile(
                  "(?i:identified\\s+(?:with\\s+\\S{1,60}\\s+)?by)\\s+['\"]([^'\"\\n]{1,200})['\"]")),
          new Statement(
              "DENTIFIED",
              Pattern.compile(
                  "IDENTIFIED\\s+(?:WITH\\s+\\S{1,60}\\s+)?BY\\s+['\"]([^'\"\\n]{1,200})['\"]")),
          new Statement("PASSWORD", Pattern.compile("\\bPASSWORD\\s*=?\\s*'([^'\\n]{1,200})'")),
          new Statement(
              "requirepass", Pattern.compile("(?m)^\\s*requirepass\\s+[\"']?([^\\s\"']{1,200})")),
          new Statement(
              "masterauth", Pattern.compile("(?m)^\\s*masterauth\\s+[\"']?([^\\s\"']{1,200})")),
          new Statement(
              "user ",
              Pattern.compile("(?m)^\\s*user\\s+\\S{1,100}\\s+on\\s[^>\\n]{0,200}>(\\S{1,200})")),
          new Statement(
              "_PASSWORD",
              Pattern.compile(
                  "\\b[A-Z][A-Z_]{0,40}_PASSWORD\\s*=\\s*['\"]([^'\"\\n]{1,200})['\"]")));

  private CredentialStatements() {}

  /// A password where a text sets one; null where it does not.
  static @Nullable SecretClass of(String text) {
    Spans spans = new Spans();
    find(text, spans);
    return spans.isEmpty() ? null : SecretClass.PASSWORD;
  }

  static void find(String text, Spans spans) {
    boolean words = text.indexOf(' ') >= 0 || text.indexOf('\'') >= 0 || text.indexOf('"') >= 0;
    if (!words || text.length() < SHORTEST_TEXT || text.length() > LONGEST_TEXT) {
      return;
    }
    for (Statement statement : STATEMENTS) {
      if (text.contains(statement.word())) {
        Matcher found = statement.pattern().matcher(text);
        while (found.find()) {
          if (CredentialNames.literal(found.group(1))) {
            spans.add(found.start(1), found.end(1), SecretClass.PASSWORD);
          }
        }
      }
    }
  }
}
