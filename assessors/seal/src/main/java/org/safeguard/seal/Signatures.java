package org.safeguard.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.AtomicFile;
import org.safeguard.document.Digests;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Signs bundles in a file beside them, and checks such signatures.
public final class Signatures {

  private Signatures() {}

  /// A signature that holds.
  ///
  /// @param fingerprint of the key that made it
  /// @param sha256 of the bundle
  /// @param trusted whether it was checked against a key that the user named. Otherwise anybody
  ///     may have made it, and the fingerprint has to be compared with what the signer said.
  public record Signed(String fingerprint, String sha256, boolean trusted) {}

  /// Where the signature of `bundle` lies: beside it, with `.sig` added.
  public static Path beside(Path bundle) {
    return bundle.resolveSibling(bundle.getFileName() + ".sig");
  }

  /// Signs `bundle` and writes the signature beside it. Equal bundles and keys give equal bytes.
  ///
  /// @throws UnreadableInputException when the bundle or the key cannot be read
  /// @throws IOException when the signature cannot be written
  public static Signed sign(Path bundle, Path privateKey)
      throws UnreadableInputException, IOException {
    KeyPair keys = SigningKeys.readPrivate(privateKey);
    String sha256 = sha256(bundle);
    SignatureText unsigned = new SignatureText(keys.getPublic(), sha256, new byte[0]);
    SignatureText signed = unsigned.with(signature(keys, unsigned.claim()));
    byte[] text = signed.text().getBytes(StandardCharsets.US_ASCII);
    AtomicFile.write(beside(bundle), out -> out.write(text));
    return new Signed(SigningKeys.fingerprint(keys.getPublic()), sha256, true);
  }

  /// Checks that `signature` was made of `bundle`.
  ///
  /// @param publicKey the key it must be made with; null to take whatever key the signature names
  /// @throws UnreadableInputException when it was not, or one of the files cannot be read
  public static Signed verify(Path bundle, Path signature, @Nullable Path publicKey)
      throws UnreadableInputException {
    SignatureText text = SignatureText.read(signature);
    String fingerprint = SigningKeys.fingerprint(text.key());
    if (publicKey != null && !SigningKeys.readPublic(publicKey).equals(text.key())) {
      throw SealText.unreadable(
          signature,
          "it was made with the key %s, and %s is another"
              .formatted(fingerprint, publicKey.getFileName()),
          "Ask who signed the bundle");
    }
    if (!holds(text.key(), text.claim(), text.signature())) {
      throw SealText.unreadable(
          signature, "the signature does not hold", "Ask for the signature again");
    }
    if (!text.sha256().equals(sha256(bundle))) {
      throw SealText.unreadable(
          bundle,
          "it is not the bundle that " + signature.getFileName() + " was made of",
          "Ask for the bundle again; this copy was damaged or changed");
    }
    return new Signed(fingerprint, text.sha256(), publicKey != null);
  }

  private static byte[] signature(KeyPair keys, byte[] claim) {
    try {
      Signature signature = Signature.getInstance(SigningKeys.ALGORITHM);
      signature.initSign(keys.getPrivate());
      signature.update(claim);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was read signs", e);
    }
  }

  private static boolean holds(PublicKey key, byte[] claim, byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(SigningKeys.ALGORITHM);
      signature.initVerify(key);
      signature.update(claim);
      return signature.verify(bytes);
    } catch (GeneralSecurityException e) {
      return false; // bytes that are no signature, or a key that is no point of the curve
    }
  }

  private static String sha256(Path bundle) throws UnreadableInputException {
    MessageDigest digest = Digests.sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(bundle)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw SealText.unreadable(bundle, e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
