package org.safeguard.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.snapshot.UnreadableInputException;

final class EncryptionTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.8Z");

  @TempDir Path folder;
  private Path plain;
  private Path encrypted;
  private Path identity;
  private Path out;
  private String recipient;

  @BeforeEach
  void aBundleAndAnIdentity() throws Exception {
    byte[] bytes = new byte[200_000]; // several chunks of the format
    new Random(3).nextBytes(bytes);
    plain = Files.write(folder.resolve("b.zip"), bytes);
    encrypted = folder.resolve("b.zip.age");
    identity = folder.resolve("key.txt");
    out = folder.resolve("out.zip");
    recipient = Encryption.newIdentity(identity, NOW);
  }

  @Test
  void eachRecipientDecryptsIt() throws Exception {
    Path other = folder.resolve("other.txt");
    String second = Encryption.newIdentity(other, NOW);
    Encryption.encrypt(plain, encrypted, List.of(recipient, second));
    for (Path key : List.of(identity, other)) {
      Encryption.decrypt(encrypted, out, key);
      assertArrayEquals(Files.readAllBytes(plain), Files.readAllBytes(out));
      Files.delete(out);
    }
  }

  @Test
  void anEmptyFileComesBackEmpty() throws Exception {
    Files.write(plain, new byte[0]);
    Encryption.encrypt(plain, encrypted, List.of(recipient));
    Encryption.decrypt(encrypted, out, identity);
    assertEquals(0, Files.size(out));
  }

  @Test
  void anIdentityFileLooksAsAgeKeygenWritesIt() throws Exception {
    List<String> lines = Files.readAllLines(identity);
    assertEquals("# created: 2026-03-04T05:06:07Z", lines.get(0));
    assertEquals("# public key: " + recipient, lines.get(1));
    assertTrue(lines.get(2).matches("AGE-SECRET-KEY-1[0-9A-Z]{58}"));
    assertEquals(3, lines.size());
    assertThrows(FileAlreadyExistsException.class, () -> Encryption.newIdentity(identity, NOW));
  }

  @Test
  void anotherKeyDoesNotDecryptIt() throws Exception {
    Path stranger = folder.resolve("stranger.txt");
    Encryption.newIdentity(stranger, NOW);
    Encryption.encrypt(plain, encrypted, List.of(recipient));
    assertEquals(
        "it is not encrypted to the key in stranger.txt",
        why(() -> Encryption.decrypt(encrypted, out, stranger)));
    nothingIsLeftAtTheTarget();
  }

  @Test
  void whatIsCutOffLeavesNothing() throws Exception {
    Encryption.encrypt(plain, encrypted, List.of(recipient));
    byte[] bytes = Files.readAllBytes(encrypted);
    Random random = new Random(5);
    for (int i = 0; i < 40; i++) {
      int length = i < 10 ? bytes.length - 1 - i * 65_536 / 4 : random.nextInt(bytes.length);
      Files.write(encrypted, Arrays.copyOf(bytes, length));
      why(() -> Encryption.decrypt(encrypted, out, identity));
    }
    nothingIsLeftAtTheTarget();
  }

  @Test
  void whatWasChangedLeavesNothing() throws Exception {
    Files.write(plain, Arrays.copyOf(Files.readAllBytes(plain), 300));
    Encryption.encrypt(plain, encrypted, List.of(recipient));
    byte[] bytes = Files.readAllBytes(encrypted);
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      Files.write(encrypted, changed);
      why(() -> Encryption.decrypt(encrypted, out, identity));
    }
    nothingIsLeftAtTheTarget();
  }

  @Test
  void whatIsNoRecipientOrIdentityIsSaidPlainly() throws Exception {
    for (String wrong : List.of("", "age1", "ssh-ed25519 AAAA", recipient + "q", recipient + "é")) {
      UnreadableInputException refused =
          assertThrows(
              UnreadableInputException.class,
              () -> Encryption.encrypt(plain, encrypted, List.of(wrong)));
      assertEquals("it is no age recipient", refused.why());
    }
    Encryption.encrypt(plain, encrypted, List.of(recipient));
    assertEquals(
        "it holds no line that starts with AGE-SECRET-KEY-1",
        why(() -> Encryption.decrypt(encrypted, out, plain)));
    Path damaged = Files.writeString(folder.resolve("bad.txt"), "\nAGE-SECRET-KEY-1QQQQQQ\n");
    UnreadableInputException refused =
        assertThrows(
            UnreadableInputException.class, () -> Encryption.decrypt(encrypted, out, damaged));
    assertEquals(damaged + ":2: the key is damaged. Take it from its backup", refused.getMessage());
    assertEquals(
        "it is no file encrypted with age", why(() -> Encryption.decrypt(plain, out, identity)));
  }

  private static String why(Executable work) {
    return assertThrows(UnreadableInputException.class, work).why();
  }

  private void nothingIsLeftAtTheTarget() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of(),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.startsWith("out") || name.startsWith("."))
              .toList());
    }
  }
}
