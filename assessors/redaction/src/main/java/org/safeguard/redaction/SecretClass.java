package org.safeguard.redaction;

/// What a value that was taken out looked like, from what reveals most to what reveals least.
public enum SecretClass {
  PRIVATE_KEY("a private key"),
  TOKEN("a token"),
  ADDRESS("an address with a password"),
  PASSWORD("a password"),
  KEY("a secret key");

  private final String words;

  SecretClass(String words) {
    this.words = words;
  }

  /// The reason of a marker, without the number of the value.
  String reason() {
    return "looks like " + words;
  }

  String words() {
    return words;
  }
}
