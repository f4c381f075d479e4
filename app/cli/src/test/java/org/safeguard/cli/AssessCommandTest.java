package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

final class AssessCommandTest {

  @TempDir Path folder;

  @Test
  void aPersonReadsWhatWasFoundAndWhereItLies() throws Exception {
    Cli run =
        Cli.run(
            "assess",
            Cli.CLINIC,
            "--pack",
            Cli.PACK,
            "--workbook",
            folder.resolve("c.xlsx"),
            "--engagement",
            folder.resolve("c.safeguard"),
            "--json",
            folder.resolve("c.json"));
    assertEquals("", run.err());
    assertEquals(ExitStatus.DONE, run.status());
    Golden.check("assess", run.out().replace(folder + "/", ""));
    assertTrue(Files.exists(folder.resolve("c.xlsx")));
  }

  @Test
  void whoKeepsNothingIsTold() throws Exception {
    Cli run = Cli.run("assess", Cli.POLICY, "--pack", Cli.PACK);
    assertEquals(ExitStatus.DONE, run.status());
    Golden.check("assess-nothing-kept", run.out());
  }

  @Test
  void coloursAreThereOnATerminalOnly() {
    assertTrue(
        Cli.run(Ansi.ON, "", "assess", Cli.CLINIC, "--pack", Cli.PACK).out().contains("\033["));
    assertFalse(Cli.run("assess", Cli.CLINIC, "--pack", Cli.PACK).out().contains("\033["));
  }

  @Test
  void jsonGoesToOutputAndWordsGoElsewhere() throws Exception {
    Cli run = Cli.run("assess", Cli.CLINIC, "--pack", Cli.PACK, "--json", "-");
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertEquals("safeguard-results/1", json.get("schema").textValue());
    assertEquals(7, json.get("verdicts").size());
    assertTrue(run.err().contains("3 failed"), run.err());
    assertEquals(ExitStatus.DONE, run.status());
  }

  @Test
  void standardInputIsASource() throws Exception {
    Cli run =
        Cli.fed(
            Files.readString(Cli.CLINIC.resolve("workloads.yaml")),
            "assess",
            "-",
            "--pack",
            Cli.PACK);
    assertTrue(run.out().startsWith("Assessed -\n  3 objects"), run.out());
    assertEquals(ExitStatus.DONE, run.status());
  }

  @Test
  void findingsAtOrAboveTheBoundAreStatusOne() {
    assertEquals(
        1, Cli.run("assess", Cli.CLINIC, "--pack", Cli.PACK, "--fail-on", "high").status());
    assertEquals(1, Cli.run("assess", Cli.CLINIC, "--pack", Cli.PACK, "--fail-on", "LOW").status());
    Object access = Cli.CLINIC.resolve("access.yaml");
    assertEquals(
        0, Cli.run("assess", access, "--pack", Cli.PACK, "--fail-on", "critical").status());
  }

  @Test
  void anIncompleteSourceIsStatusFourAndNamed() throws Exception {
    Files.writeString(folder.resolve("bad.yaml"), "apiVersion: v1\nkind: [\n");
    Files.copy(Cli.POLICY, folder.resolve("policy.yaml"));
    Cli run = Cli.run("assess", folder, "--pack", Cli.PACK);
    assertEquals(ExitStatus.INCOMPLETE, run.status());
    assertTrue(run.out().contains("Incomplete sources\n  bad.yaml:"), run.out());
  }

  @Test
  void anUnreadableSourceIsOneLineAndStatusThree() throws Exception {
    assertEquals(
        new Cli(
            ExitStatus.UNREADABLE,
            "",
            "safeguard: none: there is no such file or directory. Check the path\n"),
        Cli.run("assess", "none", "--pack", Cli.PACK));
    Path empty = Files.createFile(folder.resolve("empty.yaml"));
    assertEquals(
        "safeguard: %s: the file is empty. Correct the file or export it again\n".formatted(empty),
        Cli.run("assess", empty).err());
  }

  @Test
  void aPlaceThatCannotBeWrittenIsStatusThree() {
    Path missing = folder.resolve("no/c.xlsx");
    Cli run = Cli.run("assess", Cli.CLINIC, "--workbook", missing);
    assertEquals(ExitStatus.UNREADABLE, run.status());
    assertEquals(
        "safeguard: %s: there is no folder %s. Make it first, or name another\n"
            .formatted(missing, missing.getParent()),
        run.err());
  }
}
