package org.safeguard.redaction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Values that are credentials by their shape alone: private keys, tokens of well-known makers, and
/// addresses with a password in them.
final class CredentialShapes {

  /// A shape and the text it cannot be without, which is much faster to look for.
  private record Shape(String marker, Pattern pattern) {

    static Shape of(String marker, String pattern) {
      return new Shape(marker, Pattern.compile(pattern));
    }

    boolean in(String text) {
      return text.contains(marker) && pattern.matcher(text).find();
    }
  }

  private static final String KEY_NAME = "[A-Z ]{0,30}PRIVATE KEY( BLOCK)?-----";
  private static final Shape PRIVATE_KEY =
      Shape.of("-----BEGIN ", "-----BEGIN " + KEY_NAME + "(?s:.*?-----END " + KEY_NAME + "|.*)");

  private static final List<Shape> TOKENS =
      List.of(
          Shape.of("AKIA", "\\bAKIA[A-Z0-9]{16}\\b"),
          Shape.of("ASIA", "\\bASIA[A-Z0-9]{16}\\b"),
          Shape.of("ghp_", "\\bghp_[A-Za-z0-9]{36}"),
          Shape.of("gho_", "\\bgho_[A-Za-z0-9]{36}"),
          Shape.of("ghu_", "\\bghu_[A-Za-z0-9]{36}"),
          Shape.of("ghs_", "\\bghs_[A-Za-z0-9]{36}"),
          Shape.of("ghr_", "\\bghr_[A-Za-z0-9]{36}"),
          Shape.of("github_pat_", "\\bgithub_pat_[A-Za-z0-9_]{22}"),
          Shape.of("glpat-", "\\bglpat-[A-Za-z0-9_-]{20}"),
          Shape.of("xox", "\\bxox[baprs]-[A-Za-z0-9-]{10}"),
          Shape.of("k_live_", "\\b[sr]k_live_[A-Za-z0-9]{16}"),
          Shape.of("AIza", "\\bAIza[A-Za-z0-9_-]{35}"),
          Shape.of("eyJ", "\\beyJ[A-Za-z0-9_-]{10,}+\\.eyJ[A-Za-z0-9_-]{10,}+\\.[A-Za-z0-9_-]{10}"),
          Shape.of("AccountKey=", "\\bAccountKey=[A-Za-z0-9+/]{20}"),
          Shape.of("hooks.slack.com/", "hooks\\.slack\\.com/services/T\\w+/B\\w+/\\w{16}"),
          Shape.of("dckr_pat_", "\\bdckr_pat_[A-Za-z0-9_-]{20}"),
          Shape.of("npm_", "\\bnpm_[A-Za-z0-9]{36}"),
          Shape.of("hvs.", "\\bhvs\\.[A-Za-z0-9_-]{24}"),
          Shape.of(
              "uthorization",
              "[Aa]uthorization[\"']?\\s*[:=,]?\\s*[\"']?(Bearer|bearer|Basic|basic)\\s+"
                  + "(?=[A-Za-z0-9._~+/=-]*[0-9A-Z])[A-Za-z0-9._~+/=-]{8}"));

  /// What may go on after the shortest text that a shape accepts.
  private static final String TOKEN_LETTERS = "._~+/=-";

  /// What base64 of any text with a PEM header starts with, and of those with a private key.
  private static final String ENCODED = "LS0tLS1CRUdJTi";

  private static final List<String> ENCODED_KEYS =
      List.of(
          "LS0tLS1CRUdJTiBQUklWQVRF",
          "LS0tLS1CRUdJTiBSU0EgUFJJVkFURS",
          "LS0tLS1CRUdJTiBFQyBQUklWQVRF",
          "LS0tLS1CRUdJTiBFTkNSWVBURUQgUFJJVkFURS",
          "LS0tLS1CRUdJTiBPUEVOU1NIIFBSSVZBVE");

  private static final Pattern PASSWORD_IN_URL =
      Pattern.compile("://[^\\s/:@'\"]{0,100}:([^\\s/@'\"]{1,200})@");

  private static final Pattern NO_PASSWORD = Pattern.compile("%[sdv]|\\[.*|pass(word)?|x+");

  private CredentialShapes() {}

  /// What a text looks like; null where it holds no credential by shape.
  static @Nullable SecretClass of(String text) {
    if (!Hints.in(text)) {
      return null;
    }
    if (privateKey(text)) {
      return SecretClass.PRIVATE_KEY;
    }
    for (Shape shape : TOKENS) {
      if (shape.in(text)) {
        return SecretClass.TOKEN;
      }
    }
    return passwordInUrl(text) ? SecretClass.ADDRESS : null;
  }

  static boolean privateKey(String text) {
    return PRIVATE_KEY.in(text)
        || text.contains(ENCODED) && ENCODED_KEYS.stream().anyMatch(text::contains);
  }

  /// Adds the places of all shapes in a text.
  static void find(String text, Spans spans) {
    if (!Hints.in(text)) {
      return;
    }
    find(PRIVATE_KEY, text, SecretClass.PRIVATE_KEY, spans);
    for (String encoded : ENCODED_KEYS) {
      for (int at = text.indexOf(encoded); at >= 0; at = text.indexOf(encoded, at + 1)) {
        spans.add(at, endOfToken(text, at), SecretClass.PRIVATE_KEY);
      }
    }
    TOKENS.forEach(shape -> find(shape, text, SecretClass.TOKEN, spans));
    if (text.contains("://") && text.indexOf('@') >= 0) {
      Matcher url = PASSWORD_IN_URL.matcher(text);
      while (url.find()) {
        if (isPassword(url.group(1))) {
          spans.add(url.start(1), url.end(1), SecretClass.ADDRESS);
        }
      }
    }
  }

  private static void find(Shape shape, String text, SecretClass secret, Spans spans) {
    if (text.contains(shape.marker())) {
      Matcher found = shape.pattern().matcher(text);
      while (found.find()) {
        int end = secret == SecretClass.TOKEN ? endOfToken(text, found.end()) : found.end();
        spans.add(found.start(), end, secret);
      }
    }
  }

  private static int endOfToken(String text, int from) {
    int end = from;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end))
            || text.charAt(end) == '_'
            || TOKEN_LETTERS.indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private static boolean passwordInUrl(String text) {
    if (!text.contains("://") || text.indexOf('@') < 0) {
      return false;
    }
    Matcher url = PASSWORD_IN_URL.matcher(text);
    while (url.find()) {
      if (isPassword(url.group(1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPassword(String text) {
    return CredentialNames.literal(text) && !NO_PASSWORD.matcher(text).matches();
  }
}
