package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Damaged input ends a whole process in one line and status 3, in bounded memory, and leaves
/// nothing.
final class HostileProcessTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void damageIsOneLine(DamagedInputs input) throws Exception {
    Path file = Files.createDirectory(folder.resolve("in")).resolve("input");
    input.write(file);
    refused(file);
    Files.delete(file);
  }

  @Test
  void aFolderWithoutPermissionIsOneLine() throws Exception {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    assumeTrue(closed.toFile().setReadable(false), "the file system has no permissions");
    assumeFalse(Files.isReadable(closed), "this user may read everything");
    refused(closed);
    assertTrue(closed.toFile().setReadable(true));
  }

  private void refused(Path input) throws Exception {
    Path results = Files.createDirectory(folder.resolve("results"));
    Child child =
        Child.start(
            folder,
            "assess",
            input,
            "--pack",
            Cli.PACK,
            "--workbook",
            results.resolve("r.xlsx"),
            "--engagement",
            results.resolve("r.safeguard"),
            "--json",
            results.resolve("r.json"));
    int status = child.status();
    assertEquals(1, child.err().lines().count(), child.err());
    assertTrue(child.err().startsWith("safeguard: " + input), child.err());
    assertEquals(ExitStatus.UNREADABLE, status);
    assertEquals("", child.out());
    assertEquals(List.of(), Child.names(results));
    assertEquals(List.of(), child.litter());
  }
}
