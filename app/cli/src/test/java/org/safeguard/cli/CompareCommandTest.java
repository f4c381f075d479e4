package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompareCommandTest {

  private static final String ACCOUNT =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: added}
      """;

  @TempDir Path folder;

  @Test
  void aCaptureComparedWithItselfShowsNoChange() {
    Cli run = Cli.run("compare", Cli.CLINIC, Cli.CLINIC, "--pack", Cli.PACK);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(
        run.out().contains("Objects: 0 appeared, 0 gone, 0 changed, 4 unchanged\n"), run.out());
    assertTrue(run.out().contains("Verdicts: 0 moved"), run.out());
  }

  @Test
  void anObjectMoreIsNamed() throws Exception {
    Path later = later();
    Path workbook = folder.resolve("c.xlsx");
    Path json = folder.resolve("c.json");
    Cli run =
        Cli.run(
            "compare",
            Cli.CLINIC,
            later,
            "--pack",
            Cli.PACK,
            "--workbook",
            workbook,
            "--json",
            json);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains("  + Namespace added\n"), run.out());
    assertTrue(Files.size(workbook) > 1000);
    assertTrue(Files.readString(json).contains("safeguard-comparison/1"));
  }

  @Test
  void theLastTwoRunsOfAnEngagementAreCompared() throws Exception {
    Path engagement = folder.resolve("c.safeguard");
    Cli.run("assess", Cli.CLINIC, "--pack", Cli.PACK, "--engagement", engagement);
    Cli alone = Cli.run("compare", engagement, engagement, "--pack", Cli.PACK);
    assertEquals(ExitStatus.UNREADABLE, alone.status());
    assertEquals(1, alone.err().lines().count(), alone.err());
    Cli.run("assess", later(), "--pack", Cli.PACK, "--engagement", engagement);
    Cli run = Cli.run("compare", engagement, engagement, "--pack", Cli.PACK);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains("  + Namespace added\n"), run.out());
  }

  @Test
  void aResultFileIsComparedByItsVerdicts() {
    Path json = folder.resolve("r.json");
    Cli.run("assess", Cli.CLINIC, "--pack", Cli.PACK, "--json", json);
    Cli run = Cli.run("compare", json, Cli.CLINIC, "--pack", Cli.PACK);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains("Objects were not compared"), run.out());
    assertTrue(run.out().contains("Verdicts: 0 moved"), run.out());
  }

  @Test
  void aDamagedResultFileIsOneLine() throws Exception {
    Path json = folder.resolve("r.json");
    Cli.run("assess", Cli.CLINIC, "--pack", Cli.PACK, "--json", json);
    Files.writeString(json, Files.readString(json).substring(0, 900));
    Cli run = Cli.run("compare", json, Cli.CLINIC, "--pack", Cli.PACK);
    assertEquals(ExitStatus.UNREADABLE, run.status());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void whatIsComparedIsNeverOverwritten() throws Exception {
    Path engagement = folder.resolve("c.safeguard");
    Cli.run("assess", Cli.CLINIC, "--pack", Cli.PACK, "--engagement", engagement);
    byte[] before = Files.readAllBytes(engagement);
    Cli run = Cli.run("compare", engagement, Cli.CLINIC, "--workbook", engagement);
    assertEquals(ExitStatus.UNREADABLE, run.status());
    assertTrue(run.err().contains("would be overwritten"), run.err());
    assertArrayEquals(before, Files.readAllBytes(engagement));
  }

  @Test
  void aVersionThatIsNoneIsWrongUsage() {
    Cli run = Cli.run("compare", Cli.CLINIC, Cli.CLINIC, "--kubernetes-version", "latest");
    assertEquals(ExitStatus.USAGE, run.status());
  }

  private Path later() throws Exception {
    Path later = Files.createDirectories(folder.resolve("later"));
    Path clinic = Path.of(Cli.CLINIC.toString());
    if (Files.isDirectory(clinic)) {
      try (Stream<Path> files = Files.list(clinic)) {
        for (Path file : files.toList()) {
          Files.copy(file, later.resolve(file.getFileName()));
        }
      }
    } else {
      Files.copy(clinic, later.resolve(clinic.getFileName()));
    }
    Files.writeString(later.resolve("added.yaml"), ACCOUNT);
    return later;
  }
}
