package org.safeguard.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.snapshot.UnreadableInputException;

final class SignaturesTest {

  /// The first test vector of RFC 8032, section 7.1, as PKCS#8.
  private static final String RFC_8032_PRIVATE =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
      -----END PRIVATE KEY-----
      """;

  private static final String RFC_8032_PUBLIC =
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

  @TempDir Path folder;
  private Path bundle;
  private Path key;

  @BeforeEach
  void aBundleAndAKey() throws Exception {
    bundle = Files.writeString(folder.resolve("b.zip"), "what a bundle holds");
    key = folder.resolve("team");
    SigningKeys.create(key);
  }

  @Test
  void aSignatureHoldsAndTellsItsKey() throws Exception {
    Path publicKey = folder.resolve("team.pub");
    Signatures.Signed signed = Signatures.sign(bundle, key);
    assertEquals(SigningKeys.fingerprint(publicKey), signed.fingerprint());
    Path signature = folder.resolve("b.zip.sig");
    assertEquals(signed, Signatures.verify(bundle, signature, publicKey));
    assertEquals(
        new Signatures.Signed(signed.fingerprint(), signed.sha256(), false),
        Signatures.verify(bundle, signature, null));
  }

  @Test
  void signingAgainGivesTheSameBytes() throws Exception {
    Signatures.sign(bundle, key);
    byte[] first = Files.readAllBytes(folder.resolve("b.zip.sig"));
    Signatures.sign(bundle, key);
    assertArrayEquals(first, Files.readAllBytes(folder.resolve("b.zip.sig")));
  }

  @Test
  void everyChangedByteOfTheSignatureIsNoticed() throws Exception {
    Signatures.sign(bundle, key);
    Path signature = folder.resolve("b.zip.sig");
    byte[] text = Files.readAllBytes(signature);
    Random random = new Random(11);
    for (int i = 0; i < text.length; i++) {
      byte[] changed = text.clone();
      changed[i] ^= (byte) (1 + random.nextInt(255));
      refused(Files.write(signature, changed));
      refused(Files.write(signature, java.util.Arrays.copyOf(text, i)));
    }
    refused(Files.writeString(signature, new String(text, "US-ASCII") + "\n"));
  }

  @Test
  void everyChangedByteOfTheBundleIsNoticed() throws Exception {
    Signatures.sign(bundle, key);
    byte[] bytes = Files.readAllBytes(bundle);
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      Files.write(bundle, changed);
      assertTrue(
          refused(folder.resolve("b.zip.sig"))
              .startsWith(bundle + ": it is not the bundle that b.zip.sig was made of. "));
    }
  }

  private String refused(Path signature) {
    return assertThrows(
            UnreadableInputException.class, () -> Signatures.verify(bundle, signature, null))
        .getMessage();
  }

  @Test
  void aSignatureOfAnotherKeyIsRefused() throws Exception {
    Signatures.sign(bundle, key);
    SigningKeys.create(folder.resolve("stranger"));
    UnreadableInputException refused =
        assertThrows(
            UnreadableInputException.class,
            () ->
                Signatures.verify(
                    bundle, folder.resolve("b.zip.sig"), folder.resolve("stranger.pub")));
    assertTrue(refused.why().endsWith("and stranger.pub is another"), refused.why());
  }

  @Test
  void thePublicKeyOfAKeyMadeElsewhereIsFound() throws Exception {
    Files.writeString(folder.resolve("rfc"), RFC_8032_PRIVATE);
    byte[] x509 = SigningKeys.readPrivate(folder.resolve("rfc")).getPublic().getEncoded();
    assertEquals(RFC_8032_PUBLIC, HexFormat.of().formatHex(x509, 12, 44));
  }

  @Test
  void aKeyIsForItsOwnerAndNeverReplaced() throws Exception {
    Assumptions.assumeTrue(
        Files.getFileAttributeView(key, PosixFileAttributeView.class) != null,
        "this file system has no modes");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    byte[] before = Files.readAllBytes(key);
    assertThrows(FileAlreadyExistsException.class, () -> SigningKeys.create(key));
    Files.delete(folder.resolve("team.pub"));
    assertThrows(FileAlreadyExistsException.class, () -> SigningKeys.create(key));
    assertArrayEquals(before, Files.readAllBytes(key));
    assertEquals(List.of("b.zip", "team"), names());
  }

  @Test
  void whatIsNoKeyIsSaidPlainly() throws Exception {
    assertEquals(
        "it holds no private key but a public key", why(() -> sign(folder.resolve("team.pub"))));
    assertEquals(
        "it holds no public key but a private key", why(() -> SigningKeys.fingerprint(key)));
    assertEquals("it holds no private key but no PEM text", why(() -> sign(bundle)));
    assertEquals("there is no such file", why(() -> sign(folder.resolve("gone"))));
    Path locked = folder.resolve("locked");
    Files.writeString(locked, RFC_8032_PRIVATE.replace("PRIVATE", "ENCRYPTED PRIVATE"));
    assertEquals("the key is locked with a passphrase", why(() -> sign(locked)));
    Path damaged = folder.resolve("damaged");
    Files.writeString(damaged, RFC_8032_PRIVATE.replace("MC4CAQ", "MC4CAR"));
    assertEquals("it holds no Ed25519 key", why(() -> sign(damaged)));
  }

  private Object sign(Path with) throws Exception {
    return Signatures.sign(bundle, with);
  }

  private static String why(org.junit.jupiter.api.function.Executable work) {
    return assertThrows(UnreadableInputException.class, work).why();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
