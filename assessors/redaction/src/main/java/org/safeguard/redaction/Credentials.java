package org.safeguard.redaction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells credentials from other values by name and shape. Prefers to miss a clever one over
/// alarming about many harmless ones. A text in which our own markers stand for credentials is
/// judged as it was before.
public final class Credentials {

  /// `name=value`, as in arguments, variables before a command, and JVM properties.
  private static final Pattern ARGUMENT =
      Pattern.compile(
          "(?<![A-Za-z0-9_.$-])-{0,2}([A-Za-z][A-Za-z0-9_.-]{0,80})="
              + "(\"[^\"\\n]*\"|'[^'\\n]*'|[^\\s\"',;&|)}\\]]+)");

  /// A line of a properties, environment, YAML, JSON or ini file.
  private static final Pattern SETTING =
      Pattern.compile(
          "\\s*(?:export\\s+|-\\s+)?[\"']?([A-Za-z][A-Za-z0-9_.-]{0,80})[\"']?\\s*[=:]\\s*"
              + "(\"[^\"]*\"|'[^']*'|[^\\s\"'(){}\\[\\],;]+)\\s*[,;]?\\s*");

  private static final Pattern ELEMENT =
      Pattern.compile("<([A-Za-z][A-Za-z0-9_.-]{0,80})>([^<\\n]{1,200})</");

  /// A member of JSON that stands on one line with others.
  private static final Pattern MEMBER =
      Pattern.compile("\"([A-Za-z][A-Za-z0-9_.-]{0,80})\"\\s*:\\s*(\"[^\"\\n]{1,2000}\")");

  private static final Pattern FLAG = Pattern.compile("--?([A-Za-z][A-Za-z0-9_.-]*)");

  /// Files whose lines are code or prose, where a colon or an equals sign means other things.
  private static final Pattern PROGRAM =
      Pattern.compile(
          ".*\\.(sh|bash|py|js|mjs|ts|go|rb|php|lua|pl|html?|css|md|tpl|tmpl|sql|groovy)");

  private static final int LONGEST_LINE = 1_000;
  private static final int LONGEST_TEXT = 20_000;

  private Credentials() {}

  /// Whether a variable or entry of this name and literal value is a credential.
  public static boolean named(String name, String value) {
    return classOf(name, value) != null;
  }

  /// Whether text, such as an argument or a short script, holds a credential by shape or sets one.
  public static boolean inText(String text) {
    return classOf(text) != null;
  }

  /// Whether a list of arguments holds a credential, also as a flag followed by its value.
  public static boolean inArguments(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (inText(arguments.get(i))
          || i + 1 < arguments.size() && pair(arguments.get(i), arguments.get(i + 1)) != null) {
        return true;
      }
    }
    return false;
  }

  /// Whether an entry of a config map, a single value or a whole file, holds a credential.
  public static boolean inEntry(String key, String value) {
    return classOfEntry(key, value) != null;
  }

  /// Whether a text holds a private key.
  public static boolean privateKey(String text) {
    return Markers.secretIn(text) == SecretClass.PRIVATE_KEY || CredentialShapes.privateKey(text);
  }

  /// What a named value looks like; null where it looks like no credential.
  static @Nullable SecretClass classOf(String name, String value) {
    SecretClass inText = classOf(value);
    if (inText != null) {
      return inText;
    }
    return CredentialNames.suggests(name) && CredentialNames.literal(value)
        ? CredentialNames.classOf(name)
        : null;
  }

  static @Nullable SecretClass classOf(String text) {
    SecretClass marked = Markers.secretIn(text);
    if (marked != null) {
      return marked;
    }
    SecretClass shape = CredentialShapes.of(text);
    SecretClass set = shape == null && sets(text) ? firstSet(text) : shape;
    return set == null ? CredentialStatements.of(text) : set;
  }

  static @Nullable SecretClass classOfEntry(String key, String value) {
    SecretClass marked = Markers.secretIn(value);
    SecretClass shape = marked == null ? CredentialShapes.of(value) : marked;
    if (shape == null && value.indexOf('\n') < 0) {
      shape = classOf(key, value);
    }
    if (shape == null) {
      shape = CredentialStatements.of(value);
    }
    if (shape != null || PROGRAM.matcher(key).matches() || !CredentialNames.hinted(value)) {
      return shape;
    }
    for (String line : (Iterable<String>) value.lines()::iterator) {
      SecretClass set = setting(line);
      if (set != null) {
        return set;
      }
    }
    SecretClass element = value.contains("</") ? first(ELEMENT, value) : null;
    return element == null && value.indexOf('"') >= 0 ? first(MEMBER, value) : element;
  }

  /// What the value after a flag looks like; null where the flag asks for no credential.
  static @Nullable SecretClass pair(String flag, String value) {
    Matcher named = FLAG.matcher(flag);
    return named.matches()
            && CredentialNames.suggests(named.group(1))
            && !value.startsWith("-")
            && CredentialNames.literal(value)
        ? CredentialNames.classOf(named.group(1))
        : null;
  }

  /// Adds the places of the credentials in a text of arguments.
  static void find(String text, Spans spans) {
    CredentialShapes.find(text, spans);
    CredentialStatements.find(text, spans);
    if (sets(text)) {
      find(ARGUMENT, text, spans);
      find(MEMBER, text, spans);
    }
  }

  private static void find(Pattern assignment, String text, Spans spans) {
    Matcher found = assignment.matcher(text);
    while (found.find()) {
      if (credential(found)) {
        boolean quoted = isQuoted(found.group(2));
        int start = quoted ? found.start(2) + 1 : found.start(2);
        int end = quoted ? found.end(2) - 1 : end(text, found.end(2));
        spans.add(start, end, CredentialNames.classOf(found.group(1)));
      }
    }
  }

  /// Where an unquoted value ends: a separator ends it only where another setting follows, since it
  /// may as well be part of a password.
  private static int end(String text, int end) {
    int rest = end;
    while (rest < text.length() && !Character.isWhitespace(text.charAt(rest))) {
      rest++;
    }
    String more = text.substring(end, rest);
    return more.indexOf('=') > 0 || more.chars().noneMatch(Character::isLetterOrDigit) ? end : rest;
  }

  private static boolean sets(String text) {
    return text.length() <= LONGEST_TEXT
        && (text.indexOf('=') > 0 || text.contains("\":"))
        && CredentialNames.hinted(text);
  }

  private static @Nullable SecretClass firstSet(String text) {
    SecretClass argument = first(ARGUMENT, text);
    return argument == null && text.indexOf('"') >= 0 ? first(MEMBER, text) : argument;
  }

  private static @Nullable SecretClass setting(String line) {
    if (line.length() > LONGEST_LINE || !CredentialNames.hinted(line)) {
      return null;
    }
    Matcher setting = SETTING.matcher(line);
    return setting.matches() && credential(setting)
        ? CredentialNames.classOf(setting.group(1))
        : null;
  }

  private static @Nullable SecretClass first(Pattern assignment, String text) {
    Matcher found = assignment.matcher(text);
    while (found.find()) {
      if (credential(found)) {
        return CredentialNames.classOf(found.group(1));
      }
    }
    return null;
  }

  private static boolean credential(Matcher assignment) {
    return CredentialNames.suggests(assignment.group(1))
        && CredentialNames.literal(unquoted(assignment.group(2)));
  }

  private static String unquoted(String value) {
    return isQuoted(value) ? value.substring(1, value.length() - 1) : value;
  }

  private static boolean isQuoted(String value) {
    return value.length() >= 2 && (value.charAt(0) == '"' || value.charAt(0) == '\'');
  }
}
