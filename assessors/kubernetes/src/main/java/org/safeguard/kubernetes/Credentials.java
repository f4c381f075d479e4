package org.safeguard.kubernetes;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells credentials from other values by name and shape. Prefers to miss a clever one over
/// alarming about many harmless ones.
final class Credentials {

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "password|passwd|passphrase|(^|_)(pwd|pass)(_|$)|(^|_)secrets?(_|$)|secret_?key"
              + "|client_?secret|(^|_)token(_|$)|auth_?token|access_?token|api_?key|access_?key"
              + "|private_?key|encryption_?key|signing_?key|session_?key|master_?key"
              + "|license_?key|credentials?(_|$)");

  /// Names about a credential that is elsewhere, or about its properties.
  private static final Pattern ABOUT =
      Pattern.compile(
          "(_|^)(file|filename|path|dir|directory|folder|name|names|ref|reference|url|uri|host"
              + "|endpoint|ttl|len|length|expiry|expiration|expires|expire|expirationtime|timeout"
              + "|seconds|minutes|hours|days|enabled|enable|disabled|required|policy|min|max|count"
              + "|size|limit|type|kind|key_?id|token_?id|header|field|alg|algorithm|issuer"
              + "|audience|method|format|prefix|suffix|provider|providers|namespace|version"
              + "|interval|refresh|rotation|user|username|location|arn|mount|class|label|selector"
              + "|mode|store|backend|manager|scope|scopes|hint|regex|pattern|validity|age|lifetime"
              + "|strategy|service|server|source|encoder|encoding|property|column|attribute"
              + "|aud|iss)$|^(is|has|no|use|enable|disable|allow|require|skip|with)_"
              + "|^(old)?pwd$|password_?key$|^pass_|bypass|token_?key$");

  private static final Pattern SHAPES =
      Pattern.compile(
          "-----BEGIN [A-Z ]*PRIVATE KEY( BLOCK)?-----"
              + "|\\b(AKIA|ASIA)[A-Z0-9]{16}\\b"
              + "|\\bgh[pousr]_[A-Za-z0-9]{36,}|\\bgithub_pat_[A-Za-z0-9_]{22,}"
              + "|\\bglpat-[A-Za-z0-9_-]{20,}|\\bxox[baprs]-[A-Za-z0-9-]{10,}"
              + "|\\b[sr]k_live_[A-Za-z0-9]{16,}|\\bAIza[A-Za-z0-9_-]{35}"
              + "|\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"
              + "|\\bAccountKey=[A-Za-z0-9+/=]{20,}");

  /// Base64 of the first line of a PEM private key.
  private static final List<String> ENCODED_KEYS =
      List.of(
          "LS0tLS1CRUdJTiBQUklWQVRF",
          "LS0tLS1CRUdJTiBSU0EgUFJJVkFURS",
          "LS0tLS1CRUdJTiBFQyBQUklWQVRF",
          "LS0tLS1CRUdJTiBFTkNSWVBURUQgUFJJVkFURS",
          "LS0tLS1CRUdJTiBPUEVOU1NIIFBSSVZBVE");

  private static final int SHORTEST_SHAPE = 20;

  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY( BLOCK)?-----");

  private static final Pattern USER_IN_URL =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[^\\s/:@'\"]{0,100}:([^\\s/@'\"]{1,200})@");

  private static final Pattern HARMLESS =
      Pattern.compile(
          "true|false|yes|no|on|off|enabled|disabled|null|nil|none|undefined|empty|optional"
              + "|required|always|never|default",
          Pattern.CASE_INSENSITIVE);

  /// References, templates, paths, plain URLs.
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "\\$.*|.*\\$[({].*|.*\\{\\{.*|<.*>|%[({].*|~?\\.{0,2}/.*|[A-Za-z]:\\\\.*"
              + "|[A-Za-z][A-Za-z0-9+.-]*:/.*|(vault|arn|secret|secretref|env|file|ssm|ref\\+?)"
              + ":.*|@.*|ENC\\[.*|.*\\.(pem|key|crt|txt|json|ya?ml|conf)",
          Pattern.DOTALL);

  /// `name=value`, as in arguments, variables before a command, and JVM properties.
  private static final Pattern ARGUMENT =
      Pattern.compile(
          "(?<![A-Za-z0-9_.$-])-{0,2}([A-Za-z][A-Za-z0-9_.-]{0,80})="
              + "(\"[^\"\\n]*\"|'[^'\\n]*'|[^\\s\"',;&|)}\\]]+)");

  /// A line of a properties, environment, YAML, JSON or ini file.
  private static final Pattern SETTING =
      Pattern.compile(
          "^[ \\t]*(?:export[ \\t]+|-[ \\t]+)?[\"']?([A-Za-z][A-Za-z0-9_.-]{0,80})[\"']?[ \\t]*[=:]"
              + "[ \\t]*(\"[^\"\\n]*\"|'[^'\\n]*'|[^\\s\"'(){}\\[\\],;]+)[ \\t]*[,;]?[ \\t]*\\r?$",
          Pattern.MULTILINE);

  private static final Pattern ELEMENT =
      Pattern.compile("<([A-Za-z][A-Za-z0-9_.-]{0,80})>([^<\\n]{1,200})</");

  private static final Pattern PROGRAM =
      Pattern.compile(".*\\.(sh|bash|py|js|mjs|ts|go|rb|php|lua|pl|html?|css|md|tpl|tmpl|sql)");

  private Credentials() {}

  /// Whether a variable or entry of this name and literal value is a credential.
  static boolean named(String name, String value) {
    return inText(value) || suggests(name) && literal(value);
  }

  /// Whether the value alone has the shape of a credential.
  static boolean shaped(String value) {
    return value.length() >= SHORTEST_SHAPE && SHAPES.matcher(value).find()
        || encodedKey(value)
        || urlWithPassword(value);
  }

  /// Whether text, such as an argument or a short script, holds a credential by shape or sets one.
  static boolean inText(String text) {
    return shaped(text) || text.indexOf('=') > 0 && sets(ARGUMENT, text);
  }

  /// Whether a list of arguments holds a credential, also as a flag followed by its value.
  static boolean inArguments(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (inText(argument)) {
        return true;
      }
      if (i + 1 < arguments.size()
          && argument.matches("--?[A-Za-z][A-Za-z0-9_.-]*")
          && suggests(argument.replaceFirst("^-+", ""))
          && !arguments.get(i + 1).startsWith("-")
          && literal(arguments.get(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /// Whether an entry of a config map, a single value or a whole file, holds a credential.
  static boolean inEntry(String key, String value) {
    if (shaped(value)) {
      return true;
    }
    if (value.indexOf('\n') < 0) {
      return named(key, value) || !PROGRAM.matcher(key).matches() && sets(SETTING, value);
    }
    return !PROGRAM.matcher(key).matches() && (sets(SETTING, value) || sets(ELEMENT, value));
  }

  static boolean privateKey(String value) {
    return PRIVATE_KEY.matcher(value).find() || encodedKey(value);
  }

  private static boolean encodedKey(String value) {
    return value.contains("LS0tLS1CRUdJTi") && ENCODED_KEYS.stream().anyMatch(value::contains);
  }

  private static boolean sets(Pattern assignment, String text) {
    if (text.length() < 5) {
      return false;
    }
    Matcher found = assignment.matcher(text);
    while (found.find()) {
      if (suggests(found.group(1)) && literal(unquoted(found.group(2)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean suggests(String name) {
    String words =
        name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .replaceAll("[^A-Za-z0-9]+", "_")
            .toLowerCase(Locale.ROOT);
    return SECRET_NAME.matcher(words).find() && !ABOUT.matcher(words).find();
  }

  private static boolean literal(String value) {
    String text = value.strip();
    return !text.isEmpty()
        && !HARMLESS.matcher(text).matches()
        && !ELSEWHERE.matcher(text).matches()
        && !Redaction.hides(text);
  }

  private static boolean urlWithPassword(String value) {
    if (!value.contains("://")) {
      return false;
    }
    Matcher url = USER_IN_URL.matcher(value);
    while (url.find()) {
      if (literal(url.group(1)) && !url.group(1).matches("%[sdv]|\\[.*|password|pass|xxx+")) {
        return true;
      }
    }
    return false;
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && (value.charAt(0) == '"' || value.charAt(0) == '\'');
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
