package org.safeguard.redaction;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names that promise a credential, and values that could be one.
final class CredentialNames {

  /// Every name below holds one of these, which is much faster to look for.
  private static final List<String> HINTS =
      List.of("pass", "pwd", "secret", "token", "key", "credential");

  private static final String HINT_STARTS = "pPsStTkKcC";

  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "password|passwd|passphrase|(^|_)(pwd|pass)(_|$)|(^|_)secret(_|$)|secret_?key"
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
              + "|^(old)?pwd$|password_?key$|token_?key$|^pass_|bypass"
              + "|(tls|cert|certificate|ca|pull|registry)_secret$");

  /// Names that are seldom those of a reference.
  private static final Pattern OUTRIGHT =
      Pattern.compile(
          "password|passwd|passphrase|(^|_)(pwd|pass)(_|$)|api_?key|secret_?access_?key"
              + "|access_?token|auth_?token");

  /// What the names of objects and of their keys look like.
  private static final Pattern REFERENCE =
      Pattern.compile("[a-z][a-z-]*([./][a-z][a-z-]*)*[0-9]{0,2}|[A-Za-z]+|\\d+|[A-Z_]+");

  private static final Pattern HARMLESS =
      Pattern.compile(
          "true|false|yes|no|on|off|enabled|disabled|null|nil|none|undefined|empty|optional"
              + "|required|always|never|default",
          Pattern.CASE_INSENSITIVE);

  /// References, templates, paths, plain addresses, functions.
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "\\$.*|.*\\$[({].*|.*\\{\\{.*|<.*>|%[({].*|~?\\.{0,2}/.*|[A-Za-z]:\\\\.*"
              + "|[A-Za-z][A-Za-z0-9+.-]*:/.*|(vault|arn|secret|secretref|env|file|ssm|ref\\+?)"
              + ":.*|@.*|ENC\\[.*|.*\\.(pem|key|crt|txt|json|ya?ml|conf)|`.*`|.*\\(.*\\)",
          Pattern.DOTALL);

  /// `YOUR_API_KEY`, `GOOGLE_API_KEY_VAL`: the name of what is to be filled in.
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

  /// `__SERVICEACCOUNT_TOKEN__`, `@@password@@`: what a script fills in later.
  private static final Pattern DELIMITED =
      Pattern.compile("(__|@@|%%|##)[A-Za-z][A-Za-z0-9_.-]*\\1");

  private static final Pattern CAMEL = Pattern.compile("([a-z0-9])([A-Z])");
  private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9]+");
  private static final int LONGEST_VALUE = 10_000;

  private CredentialNames() {}

  /// Whether a variable, flag or setting of this name holds a credential.
  static boolean suggests(String name) {
    if (!hinted(name)) {
      return false;
    }
    String words = words(name);
    return CREDENTIAL.matcher(words).find() && !ABOUT.matcher(words).find();
  }

  /// What a credential of such a name is called.
  static SecretClass classOf(String name) {
    String words = words(name);
    if (words.contains("token")) {
      return SecretClass.TOKEN;
    }
    return words.contains("pass") || words.contains("pwd") ? SecretClass.PASSWORD : SecretClass.KEY;
  }

  /// Whether a member of this name in an object of an unknown type holds the credential itself, not
  /// the name of the Secret or the key that does.
  static boolean holds(String name, String value) {
    return suggests(name)
        && literal(value)
        && (OUTRIGHT.matcher(words(name)).find() || !REFERENCE.matcher(value.strip()).matches());
  }

  /// Whether text could hold such a name at all.
  static boolean hinted(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (HINT_STARTS.indexOf(text.charAt(i)) >= 0 && hintAt(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hintAt(String text, int at) {
    for (String hint : HINTS) {
      if (text.regionMatches(true, at, hint, 0, hint.length())) {
        return true;
      }
    }
    return false;
  }

  /// Whether a value stands for itself: not empty, and no reference, template, path or switch.
  static boolean literal(String value) {
    String text = value.strip();
    return !text.isEmpty()
        && text.length() <= LONGEST_VALUE
        && !HARMLESS.matcher(text).matches()
        && !ELSEWHERE.matcher(text).matches()
        && !placeholder(text)
        && !Markers.hides(text);
  }

  private static boolean placeholder(String text) {
    return DELIMITED.matcher(text).matches()
        || CONSTANT.matcher(text).matches() && CREDENTIAL.matcher(words(text)).find();
  }

  private static String words(String name) {
    String spaced = CAMEL.matcher(name).replaceAll("$1_$2");
    return SEPARATORS.matcher(spaced).replaceAll("_").toLowerCase(Locale.ROOT);
  }
}
