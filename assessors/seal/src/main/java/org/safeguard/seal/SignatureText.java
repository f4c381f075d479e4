package org.safeguard.seal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguard.model.snapshot.UnreadableInputException;

/// The text of a signature. Its last line signs all lines before it, so that nothing in it can be
/// exchanged; `docs/bundle.md` says how to check one with OpenSSL.
///
/// @param key that made it
/// @param sha256 of the bundle, lower-case hexadecimal
/// @param signature of the [#claim]
record SignatureText(PublicKey key, String sha256, byte[] signature) {

  private static final Pattern TEXT =
      Pattern.compile(
          """
          safeguard-signature 1
          algorithm: Ed25519
          key: sha256:[0-9a-f]{64}
          public-key: ([A-Za-z0-9+/=]{4,200})
          bundle-sha256: ([0-9a-f]{64})
          signature: ([A-Za-z0-9+/=]{88})
          """);

  SignatureText with(byte[] made) {
    return new SignatureText(key, sha256, made);
  }

  /// What is signed.
  byte[] claim() {
    return ("""
            safeguard-signature 1
            algorithm: Ed25519
            key: %s
            public-key: %s
            bundle-sha256: %s
            """
            .formatted(
                SigningKeys.fingerprint(key),
                Base64.getEncoder().encodeToString(key.getEncoded()),
                sha256))
        .getBytes(StandardCharsets.US_ASCII);
  }

  String text() {
    return new String(claim(), StandardCharsets.US_ASCII)
        + "signature: "
        + Base64.getEncoder().encodeToString(signature)
        + "\n";
  }

  static SignatureText read(Path file) throws UnreadableInputException {
    String text = SealText.read(file);
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw SealText.unreadable(
          file, "it is no signature of a bundle, or damaged", "Ask for the signature again");
    }
    try {
      Base64.Decoder base64 = Base64.getDecoder();
      SignatureText read =
          new SignatureText(
              SigningKeys.publicKey(base64.decode(parts.group(1))),
              parts.group(2),
              base64.decode(parts.group(3)));
      if (read.text().equals(text)) { // else the fingerprint is of another key
        return read;
      }
    } catch (IllegalArgumentException | InvalidKeySpecException e) {
      // said below
    }
    throw SealText.unreadable(file, "the signature is damaged", "Ask for the signature again");
  }
}
