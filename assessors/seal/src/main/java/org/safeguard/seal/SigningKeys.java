package org.safeguard.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguard.document.AtomicFile;
import org.safeguard.document.Digests;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Makes and reads the keys that bundles are signed with: Ed25519 (RFC 8032), the private one as
/// PKCS#8, the public one as X.509, both in PEM (RFC 7468), so that OpenSSL reads and makes them
/// too.
public final class SigningKeys {

  static final String ALGORITHM = "Ed25519";

  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END ([A-Z0-9 ]+)-----");

  private SigningKeys() {}

  /// A pair of key files.
  ///
  /// @param privateKey to keep
  /// @param publicKey to hand to whoever checks signatures
  /// @param fingerprint of the public key
  public record KeyFiles(Path privateKey, Path publicKey, String fingerprint) {}

  /// Makes a new pair: the private key at `privateKey`, which only its owner can read, and the
  /// public one beside it with `.pub` added. Never replaces a file.
  ///
  /// @throws FileAlreadyExistsException when one of them is there
  public static KeyFiles create(Path privateKey) throws IOException {
    Path publicKey = privateKey.resolveSibling(privateKey.getFileName() + ".pub");
    if (Files.exists(publicKey)) {
      throw new FileAlreadyExistsException(publicKey.toString());
    }
    KeyPair pair = generate(new SecureRandom());
    PrivateFile.create(privateKey, pem(PRIVATE, pair.getPrivate().getEncoded()));
    byte[] text = pem(PUBLIC, pair.getPublic().getEncoded()).getBytes(StandardCharsets.US_ASCII);
    AtomicFile.write(publicKey, out -> out.write(text));
    return new KeyFiles(privateKey, publicKey, fingerprint(pair.getPublic()));
  }

  /// The fingerprint of a public key: `sha256:` and the SHA-256 of its X.509 encoding, as
  /// `openssl pkey -pubin -outform DER | sha256sum` prints it.
  ///
  /// @throws UnreadableInputException when it is no public key of ours
  public static String fingerprint(Path publicKey) throws UnreadableInputException {
    return fingerprint(readPublic(publicKey));
  }

  static String fingerprint(PublicKey key) {
    return "sha256:" + HexFormat.of().formatHex(Digests.sha256().digest(key.getEncoded()));
  }

  static PublicKey readPublic(Path file) throws UnreadableInputException {
    try {
      return publicKey(pem(file, PUBLIC));
    } catch (InvalidKeySpecException e) {
      throw damaged(file);
    }
  }

  static PublicKey publicKey(byte[] x509) throws InvalidKeySpecException {
    return factory().generatePublic(new X509EncodedKeySpec(x509));
  }

  /// The private key with its public one, which its file does not hold.
  static KeyPair readPrivate(Path file) throws UnreadableInputException {
    try {
      PrivateKey key = factory().generatePrivate(new PKCS8EncodedKeySpec(pem(file, PRIVATE)));
      if (key instanceof EdECPrivateKey edwards) {
        byte[] seed = edwards.getBytes().orElseThrow(() -> new InvalidKeySpecException("no seed"));
        return new KeyPair(generate(new Seed(seed)).getPublic(), key);
      }
      throw damaged(file);
    } catch (InvalidKeySpecException e) {
      throw damaged(file);
    }
  }

  private static UnreadableInputException damaged(Path file) {
    return SealText.unreadable(
        file, "it holds no Ed25519 key", "Make a key with: safeguard bundle new-key FILE");
  }

  private static byte[] pem(Path file, String wanted) throws UnreadableInputException {
    Matcher pem = PEM.matcher(SealText.read(file));
    String found = "no PEM text";
    while (pem.find()) {
      if (pem.group(1).equals(wanted) && pem.group(3).equals(wanted)) {
        return decoded(file, pem.group(2));
      }
      found = pem.group(1);
    }
    if (found.equals("ENCRYPTED " + PRIVATE)) {
      throw SealText.unreadable(
          file, "the key is locked with a passphrase", "Hand in a key without one");
    }
    throw SealText.unreadable(
        file,
        "it holds no %s but %s".formatted(wanted.toLowerCase(Locale.ROOT), words(found)),
        wanted.equals(PUBLIC) ? "Hand in the .pub file" : "Hand in the file without .pub");
  }

  private static String words(String label) {
    return label.startsWith("no ") ? label : "a " + label.toLowerCase(Locale.ROOT);
  }

  private static byte[] decoded(Path file, String base64) throws UnreadableInputException {
    try {
      return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw SealText.unreadable(file, "its Base64 text is damaged", "Copy it once more");
    }
  }

  private static String pem(String label, byte[] der) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(label, base64, label)
        .replace(System.lineSeparator(), "\n");
  }

  private static KeyPair generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(NamedParameterSpec.ED25519, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 25 has " + ALGORITHM, e);
    }
  }

  private static KeyFactory factory() {
    try {
      return KeyFactory.getInstance(ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 25 has " + ALGORITHM, e);
    }
  }

  /// Gives the generator a known private key in place of chance, so that it tells the public one;
  /// Java has no other way. RFC 8032 calls the private key a seed of 32 bytes.
  private static final class Seed extends SecureRandom {

    private static final long serialVersionUID = 1;

    private final byte[] seed;

    Seed(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
