package org.safeguard.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.CancelledException;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

final class BundleDamageTest {

  @TempDir Path folder;
  private Path bundle;
  private byte[] whole;

  @BeforeEach
  void aBundle() throws Exception {
    bundle = folder.resolve("b.zip");
    try (BundleSpool spool = BundleSpool.beside(bundle)) {
      try (TypeSpool type = spool.type("v1", "Pod")) {
        for (int i = 0; i < 5; i++) {
          type.add(
              ObjectNode.builder(1)
                  .put("apiVersion", new ScalarNode("v1", 1))
                  .put("kind", new ScalarNode("Pod", 1))
                  .put(
                      "metadata",
                      ObjectNode.builder(1).put("name", new ScalarNode("pod-" + i, 1)).build())
                  .build());
        }
      }
      spool.finish(
          new BundleHeader(
              "clinic",
              null,
              null,
              "1",
              List.of(new TypeCoverage(ResourceType.of("Pod"), Coverage.CAPTURED, 5, "")),
              List.of(),
              List.of()));
    }
    whole = Files.readAllBytes(bundle);
  }

  /// Whatever bytes change, the objects and the manifest are the same or the bundle is refused.
  @Test
  void noChangedByteChangesWhatIsRead() throws Exception {
    BundleManifest manifest = Bundle.manifest(bundle);
    Random random = new Random(17);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= (byte) (1 + random.nextInt(255));
      Files.write(bundle, changed);
      try {
        assertEquals(manifest, Bundle.verify(bundle, Progress.NONE));
      } catch (UnreadableInputException e) {
        assertTrue(e.getMessage().length() > 20);
      }
    }
  }

  @Test
  void noCutOffBundleIsWhole() throws Exception {
    for (int length = 0; length < whole.length - 22 - 4 * 100; length += 7) {
      Files.write(bundle, Arrays.copyOf(whole, length));
      assertThrows(UnreadableInputException.class, () -> Bundle.verify(bundle, Progress.NONE));
    }
  }

  /// Whatever a manifest says, it is read, refused, or held against the entries.
  @Test
  void noManifestMakesTheReaderFail() throws Exception {
    Random random = new Random(23);
    String manifest = Zips.entries(bundle).get(BundleManifest.ENTRY);
    String[] splices = {
      "null",
      "-1",
      "1e999",
      "[]",
      "{}",
      "\"\"",
      "\"\\u0000\"",
      "99999999999999999999",
      "true",
      "[[[[",
      "}",
      ",",
      "\"../../x\"",
      "é"
    };
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder(manifest);
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        int at = random.nextInt(text.length());
        int to = Math.min(text.length(), at + random.nextInt(12));
        text.replace(at, to, splices[random.nextInt(splices.length)]);
      }
      rewrite(text.toString());
      try {
        Bundle.manifest(bundle);
        Bundle.record(bundle);
        Bundle.verify(bundle, Progress.NONE);
      } catch (UnreadableInputException e) {
        assertEquals(1, e.getMessage().lines().count());
      } catch (RuntimeException e) {
        fail("for the manifest " + text, e);
      }
    }
  }

  private void rewrite(String manifest) throws Exception {
    Files.write(bundle, whole);
    Map<String, String> entries = new LinkedHashMap<>(Zips.entries(bundle));
    entries.put(BundleManifest.ENTRY, manifest);
    Zips.write(bundle, entries);
  }

  @Test
  void entriesThatPointOutsideOrComeTwiceAreRefused() throws Exception {
    for (String name : List.of("/etc/passwd", "../x", "a\\..\\x")) {
      Map<String, String> entries = new LinkedHashMap<>(Zips.entries(bundle));
      entries.put(name, "x");
      Zips.write(bundle, entries);
      assertTrue(refused(bundle).endsWith("which points outside of it"), name);
      Files.write(bundle, whole);
    }
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    Files.writeString(
        bundle, text.replace("redaction.json", "manifest.json\0"), StandardCharsets.ISO_8859_1);
    assertTrue(refused(bundle).length() > 10);
  }

  @Test
  void aBombIsRefused() throws Exception {
    Map<String, String> entries = new LinkedHashMap<>(Zips.entries(bundle));
    entries.put("objects/core/v1/secrets.jsonl", " ".repeat(64 << 20));
    Zips.write(bundle, entries);
    assertEquals(
        "it grows more than 500-fold when decompressed, as an archive bomb does", refused(bundle));
  }

  @Test
  void whatIsNoBundleIsSaidPlainly() throws Exception {
    assertEquals("there is no such file or directory", refused(folder.resolve("gone")));
    Path text = Files.writeString(folder.resolve("a.yaml"), "kind: Pod");
    assertEquals("it is no bundle: it is no zip file", refused(text));
    Path zip = folder.resolve("other.zip");
    Zips.write(zip, Map.of("manifest.json", "{\"v\":1}"));
    assertEquals("it is no bundle: it has no manifest.json of ours", refused(zip));
    Path age = Files.writeString(folder.resolve("b.age"), "age-encryption.org/v1\n-> X25519");
    assertEquals("it is encrypted with age", refused(age));
  }

  @Test
  void aDamagedBundleIsNotTakenOver() throws Exception {
    Map<String, String> entries = new LinkedHashMap<>(Zips.entries(bundle));
    entries.put("objects/core/v1/pods.jsonl", "{}\n");
    Zips.write(bundle, entries);
    Path resumed = folder.resolve("resumed.zip");
    try (BundleSpool spool = BundleSpool.beside(resumed)) {
      assertThrows(UnreadableInputException.class, () -> spool.adopt(bundle, type -> true));
    }
    assertTrue(Files.notExists(resumed));
  }

  @Test
  void verifyingStopsWhenAsked() {
    Progress stopped =
        new Progress() {
          @Override
          public void report(String message, double fraction) {}

          @Override
          public void checkCancelled() {
            throw new CancelledException();
          }
        };
    assertThrows(CancelledException.class, () -> Bundle.verify(bundle, stopped));
  }

  private static String refused(Path file) {
    String why =
        assertThrows(UnreadableInputException.class, () -> Bundle.verify(file, Progress.NONE))
            .why();
    return why;
  }
}
