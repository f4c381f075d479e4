package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundleSealTest {

  @TempDir Path folder;
  private Path bundle;

  @BeforeEach
  void aBundle() {
    bundle = folder.resolve("b.zip");
    assertEquals(0, Cli.run("bundle", "create", Cli.CLINIC, "-o", bundle).status());
  }

  @Test
  void aSignedBundleIsVerifiedAndShown() {
    Path key = folder.resolve("team");
    String made = Cli.run("bundle", "new-key", key).out();
    String fingerprint = made.lines().toList().get(2);
    assertTrue(fingerprint.matches("Key sha256:[0-9a-f]{64}"), made);
    assertEquals(
        new Cli(0, "Wrote " + bundle + ".sig\n" + fingerprint + "\n", ""),
        Cli.run("bundle", "sign", bundle, "--key", key));
    String known = Cli.run("bundle", "verify", bundle, "--key", key + ".pub").out();
    assertTrue(known.endsWith("which is the one you named\n"), known);
    String unknown = Cli.run("bundle", "verify", bundle).out();
    assertTrue(unknown.contains("compare it with the fingerprint that the signer"), unknown);
    String shown = Cli.run("bundle", "show", bundle).out();
    assertTrue(shown.contains("Signature           holds, key sha256:"), shown);
  }

  @Test
  void aSignatureThatDoesNotHoldIsStatusThree() throws Exception {
    Path key = folder.resolve("team");
    Cli.run("bundle", "new-key", key);
    Cli.run("bundle", "sign", bundle, "--key", key);
    Cli.run("bundle", "create", Cli.POLICY, "-o", bundle);
    refused("it is not the bundle that b.zip.sig was made of", "bundle", "verify", bundle);
    String shown = Cli.run("bundle", "show", bundle).out();
    assertTrue(shown.contains("Signature           DOES NOT HOLD: it is not the bundle"), shown);
    Files.delete(folder.resolve("b.zip.sig"));
    refused("there is no such file", "bundle", "verify", bundle, "--key", key + ".pub");
    refused("it holds no private key", "bundle", "sign", bundle, "--key", key + ".pub");
    refused("it is there already", "bundle", "new-key", key);
  }

  @Test
  void anEncryptedBundleComesBackAndIsReadNowhereElse() throws Exception {
    Path key = folder.resolve("key.txt");
    String made = Cli.run("bundle", "new-key", key, "--age").out();
    String recipient = made.replaceAll("(?s).*(age1\\S+).*", "$1");
    Path encrypted = folder.resolve("b.zip.age");
    assertEquals(
        new Cli(0, "Wrote " + encrypted + " for 1 recipient\n", ""),
        Cli.run("bundle", "encrypt", bundle, "-r", recipient));
    for (List<String> command :
        List.of(
            List.of("bundle", "show"),
            List.of("bundle", "verify"),
            List.of("bundle", "redact", "-o", folder.resolve("r.zip").toString()),
            List.of("assess", "--pack", Cli.PACK))) {
      Object[] words = Stream.concat(command.stream(), Stream.of(encrypted)).toArray(Object[]::new);
      refused("it is encrypted with age. Decrypt it first: safeguard bundle decrypt", words);
    }
    byte[] plain = Files.readAllBytes(bundle);
    Files.delete(bundle);
    assertEquals(
        new Cli(0, "Wrote " + bundle + "\n", ""),
        Cli.run("bundle", "decrypt", encrypted, "--identity", key));
    assertArrayEquals(plain, Files.readAllBytes(bundle));
  }

  @Test
  void whatCannotBeDecryptedLeavesNothing() throws Exception {
    Path key = folder.resolve("key.txt");
    Path stranger = folder.resolve("stranger.txt");
    String made = Cli.run("bundle", "new-key", key, "--age").out();
    String recipient = made.replaceAll("(?s).*(age1\\S+).*", "$1");
    Cli.run("bundle", "new-key", stranger, "--age");
    Path encrypted = folder.resolve("b.zip.age");
    Cli.run("bundle", "encrypt", bundle, "-r", recipient);
    Files.delete(bundle);
    refused("it is not encrypted to the key in stranger.txt", decrypt(encrypted, stranger));
    byte[] bytes = Files.readAllBytes(encrypted);
    Files.write(encrypted, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    refused("it is cut off, damaged or was changed", decrypt(encrypted, key));
    refused("it is no age recipient", "bundle", "encrypt", key, "-r", "age1nobody");
    Path renamed = Files.move(encrypted, folder.resolve("renamed"));
    Cli unnamed = Cli.run(decrypt(renamed, key));
    assertEquals(ExitStatus.USAGE, unnamed.status());
    assertEquals(List.of("key.txt", "renamed", "stranger.txt"), names());
  }

  private static Object[] decrypt(Path file, Path key) {
    return new Object[] {"bundle", "decrypt", file, "-i", key};
  }

  private static void refused(String why, Object... words) {
    Cli run = Cli.run(words);
    assertEquals(ExitStatus.UNREADABLE, run.status(), run.err());
    assertTrue(run.err().contains(why), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals("", run.out());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
