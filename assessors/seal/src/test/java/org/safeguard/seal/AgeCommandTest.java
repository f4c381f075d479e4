package org.safeguard.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against the `age` command itself, where it is installed.
final class AgeCommandTest {

  @TempDir Path folder;
  private Path plain;
  private Path encrypted;
  private Path identity;
  private Path out;

  @BeforeEach
  void needsTheCommand() throws Exception {
    Assumptions.assumeTrue(
        isInstalled("age") && isInstalled("age-keygen"),
        "skipped: the age command is not installed here");
    byte[] bytes = new byte[150_000];
    new Random(4).nextBytes(bytes);
    plain = Files.write(folder.resolve("b.zip"), bytes);
    encrypted = folder.resolve("b.zip.age");
    identity = folder.resolve("key.txt");
    out = folder.resolve("out.zip");
  }

  @Test
  void ageDecryptsWhatWeEncrypt() throws Exception {
    run("age-keygen", "-o", identity.toString());
    Encryption.encrypt(plain, encrypted, List.of(recipient()));
    run("age", "-d", "-i", identity.toString(), "-o", out.toString(), encrypted.toString());
    assertArrayEquals(Files.readAllBytes(plain), Files.readAllBytes(out));
  }

  @Test
  void weDecryptWhatAgeEncrypts() throws Exception {
    String recipient = Encryption.newIdentity(identity, Instant.EPOCH);
    run("age", "-r", recipient, "-o", encrypted.toString(), plain.toString());
    Encryption.decrypt(encrypted, out, identity);
    assertArrayEquals(Files.readAllBytes(plain), Files.readAllBytes(out));
    run("age", "-a", "-r", recipient, "-o", encrypted.toString(), plain.toString());
    Encryption.decrypt(encrypted, out, identity);
    assertArrayEquals(Files.readAllBytes(plain), Files.readAllBytes(out));
  }

  private String recipient() throws Exception {
    return Files.readAllLines(identity).get(1).replace("# public key: ", "");
  }

  private static boolean isInstalled(String command) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }

  private void run(String... command) throws Exception {
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertEquals(0, process.waitFor(), () -> String.join(" ", command));
  }
}
