package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportRemediationTest {

  @TempDir Path folder;

  private Path engagement = Path.of("");

  @BeforeEach
  void assess() {
    engagement = folder.resolve("c.safeguard");
    Cli.run("assess", Cli.CLINIC, "--pack", Cli.PACK, "--engagement", engagement);
  }

  @Test
  void folderIsMadeWithAGuide() throws Exception {
    Path out = folder.resolve("fixes");
    Cli run = Cli.run("export", engagement, "--format", "remediation", "-o", out);
    assertEquals(new Cli(0, "Wrote " + out + "\n", ""), run);
    assertTrue(Files.readString(out.resolve("README.md")).startsWith("# What to do"));
  }

  @Test
  void archiveIsTheSameEachTime() throws Exception {
    Path one = folder.resolve("one.zip");
    Path two = folder.resolve("two.ZIP");
    for (Path out : List.of(one, two)) {
      assertEquals(0, Cli.run("export", engagement, "--format", "remediation", "-o", out).status());
    }
    assertEquals(-1, Files.mismatch(one, two));
    try (ZipFile zip = new ZipFile(one.toFile())) {
      assertTrue(zip.stream().anyMatch(entry -> entry.getName().equals("README.md")));
    }
  }

  @Test
  void folderWithSomethingInItIsLeftAlone() throws Exception {
    Path out = Files.createDirectory(folder.resolve("mine"));
    Path file = Files.writeString(out.resolve("notes"), "mine");
    Cli run = Cli.run("export", engagement, "--format", "remediation", "-o", out);
    assertTrue(run.status() != 0);
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals("mine", Files.readString(file));
    try (var members = Files.list(folder)) {
      assertEquals(2, members.count(), "the engagement and the folder, and nothing half done");
    }
  }
}
