package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundleChangesTest {

  private static final String BEFORE =
      """
      apiVersion: v1
      kind: List
      items:
      - {apiVersion: v1, kind: ConfigMap, metadata: {name: stays, namespace: a}, data: {mode: fast}}
      - {apiVersion: v1, kind: ConfigMap, metadata: {name: goes, namespace: a}}
      - {apiVersion: v1, kind: ConfigMap, metadata: {name: moves, namespace: a}, data: {n: "1"}}
      """;

  private static final String AFTER =
      """
      apiVersion: v1
      kind: List
      items:
      - {apiVersion: v1, kind: ConfigMap, metadata: {name: stays, namespace: a}, data: {mode: fast}}
      - {apiVersion: v1, kind: ConfigMap, metadata: {name: comes, namespace: a}}
      - {apiVersion: v1, kind: ConfigMap, metadata: {name: moves, namespace: a}, data: {n: "2"}}
      """;

  @TempDir Path folder;

  private Path bundle(String name, String objects) throws Exception {
    Path source = Files.writeString(folder.resolve(name + ".yaml"), objects);
    Path bundle = folder.resolve(name + ".zip");
    assertEquals(0, Cli.run("bundle", "create", source, "-o", bundle).status());
    return bundle;
  }

  @Test
  void whatAppearedWentAndChangedIsPrinted() throws Exception {
    assertEquals(
        new Cli(
            0,
            """
            + ConfigMap a/comes
            - ConfigMap a/goes
            ~ ConfigMap a/moves
                /data/n
            1 appeared, 1 gone, 1 changed, 1 unchanged
            """,
            ""),
        Cli.run("bundle", "diff", bundle("old", BEFORE), bundle("new", AFTER)));
  }

  @Test
  void onlyBundlesAreComparedAndRedacted() throws Exception {
    Path source = Files.writeString(folder.resolve("a.yaml"), BEFORE);
    for (Cli run :
        new Cli[] {
          Cli.run("bundle", "diff", source, source),
          Cli.run("bundle", "redact", source, "-o", folder.resolve("o.zip"))
        }) {
      assertEquals(ExitStatus.UNREADABLE, run.status());
      assertEquals(1, run.err().lines().count(), run.err());
      assertTrue(run.err().contains("it is no bundle"), run.err());
    }
  }

  @Test
  void strictRedactionTakesMoreOut() throws Exception {
    Path bundle = bundle("old", BEFORE);
    assertTrue(text(bundle).contains("fast"));
    Path strict = folder.resolve("strict.zip");
    Cli run = Cli.run("bundle", "redact", bundle, "-o", strict, "--profile", "strict");
    assertEquals(
        new Cli(0, "Wrote " + strict + " with 3 objects; 2 values taken out in all\n", ""), run);
    assertFalse(text(strict).contains("fast"));
    String shown = Cli.run("bundle", "show", strict).out();
    assertTrue(shown.contains("Taken out"), shown);
    assertTrue(shown.contains("ConfigMap /data/*"), shown);
  }

  private static String text(Path bundle) throws Exception {
    StringBuilder text = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }
}
