package org.safeguard.kubernetes;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells credentials from other values by name and shape. Prefers to miss a clever one over
/// alarming about many harmless ones.
final class Credentials {

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

  private static final Pattern FLAG = Pattern.compile("--?([A-Za-z][A-Za-z0-9_.-]*)");

  /// Files whose lines are code or prose, where a colon or an equals sign means other things.
  private static final Pattern PROGRAM =
      Pattern.compile(
          ".*\\.(sh|bash|py|js|mjs|ts|go|rb|php|lua|pl|html?|css|md|tpl|tmpl|sql|groovy)");

  private static final int LONGEST_LINE = 1_000;
  private static final int LONGEST_TEXT = 20_000;

  private Credentials() {}

  /// Whether a variable or entry of this name and literal value is a credential.
  static boolean named(String name, String value) {
    return inText(value) || CredentialNames.suggests(name) && CredentialNames.literal(value);
  }

  /// Whether text, such as an argument or a short script, holds a credential by shape or sets one.
  static boolean inText(String text) {
    return CredentialShapes.in(text)
        || text.length() <= LONGEST_TEXT
            && text.indexOf('=') > 0
            && CredentialNames.hinted(text)
            && sets(ARGUMENT, text);
  }

  /// Whether a list of arguments holds a credential, also as a flag followed by its value.
  static boolean inArguments(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (inText(arguments.get(i))
          || i + 1 < arguments.size() && pair(arguments.get(i), arguments.get(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /// Whether an entry of a config map, a single value or a whole file, holds a credential.
  static boolean inEntry(String key, String value) {
    if (CredentialShapes.in(value) || value.indexOf('\n') < 0 && named(key, value)) {
      return true;
    }
    return !PROGRAM.matcher(key).matches()
        && CredentialNames.hinted(value)
        && (value.lines().anyMatch(Credentials::setting)
            || value.contains("</") && sets(ELEMENT, value));
  }

  private static boolean setting(String line) {
    if (line.length() > LONGEST_LINE || !CredentialNames.hinted(line)) {
      return false;
    }
    Matcher setting = SETTING.matcher(line);
    return setting.matches() && credential(setting);
  }

  private static boolean pair(String flag, String value) {
    Matcher named = FLAG.matcher(flag);
    return named.matches()
        && CredentialNames.suggests(named.group(1))
        && !value.startsWith("-")
        && CredentialNames.literal(value);
  }

  private static boolean sets(Pattern assignment, String text) {
    Matcher found = assignment.matcher(text);
    while (found.find()) {
      if (credential(found)) {
        return true;
      }
    }
    return false;
  }

  private static boolean credential(Matcher assignment) {
    return CredentialNames.suggests(assignment.group(1))
        && CredentialNames.literal(unquoted(assignment.group(2)));
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && (value.charAt(0) == '"' || value.charAt(0) == '\'');
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
