package org.safeguard.kubernetes;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final Shape PRIVATE_KEY =
      Shape.of("-----BEGIN ", "-----BEGIN [A-Z ]{0,30}PRIVATE KEY( BLOCK)?-----");

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
          Shape.of("AccountKey=", "\\bAccountKey=[A-Za-z0-9+/]{20}"));

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

  private CredentialShapes() {}

  static boolean in(String text) {
    return privateKey(text)
        || TOKENS.stream().anyMatch(shape -> shape.in(text))
        || passwordInUrl(text);
  }

  static boolean privateKey(String text) {
    return PRIVATE_KEY.in(text)
        || text.contains(ENCODED) && ENCODED_KEYS.stream().anyMatch(text::contains);
  }

  private static boolean passwordInUrl(String text) {
    if (!text.contains("://") || text.indexOf('@') < 0) {
      return false;
    }
    Matcher url = PASSWORD_IN_URL.matcher(text);
    while (url.find()) {
      String password = url.group(1);
      if (CredentialNames.literal(password) && !password.matches("%[sdv]|\\[.*|pass(word)?|x+")) {
        return true;
      }
    }
    return false;
  }
}
