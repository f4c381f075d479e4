package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PacksCommandTest {

  @TempDir Path folder;

  @Test
  void packsAreListedWithTheirVersion() {
    Cli run = Cli.run("packs", "list");
    assertEquals(0, run.status());
    assertTrue(run.out().matches("hipaa-container-safeguards  \\S+  .+\n"), run.out());
  }

  @Test
  void aPackIsShownCheckedAndTested() throws Exception {
    Golden.check("packs-show", Cli.run("packs", "show", Cli.PACK).out());
    assertEquals(
        new Cli(0, "small-pack 1.2.0: 3 rules, no problems\n", ""),
        Cli.run("packs", "check", Cli.PACK));
    assertEquals(new Cli(0, "7 passed, 0 failed\n", ""), Cli.run("packs", "test", Cli.PACK));
  }

  @Test
  void aRuleIsShown() {
    Cli run = Cli.run("packs", "show", "SGW-POD-001");
    assertEquals(0, run.status());
    for (String part :
        List.of("Severity    critical", "How to fix", "Not proved by a pass", "WRK-01 (direct)")) {
      assertTrue(run.out().contains(part), part);
    }
  }

  @Test
  void aSafeguardIsShownWithItsRulesAndQuestions() {
    Cli run = Cli.run("packs", "show", "WRK-01");
    assertEquals(0, run.status());
    assertTrue(run.out().startsWith("WRK-01  Workload hardening"), run.out());
    assertTrue(run.out().contains("- 164.312(a)(1)"), run.out());
    assertTrue(run.out().contains("- SGW-POD-001  "), run.out());
  }

  @Test
  void pagesAreWritten() throws Exception {
    Path out = folder.resolve("pages/here");
    Cli run = Cli.run("packs", "docs", Cli.PACK, "-o", out);
    assertEquals(0, run.status());
    try (Stream<Path> pages = Files.walk(out)) {
      long count = pages.filter(Files::isRegularFile).count();
      assertEquals("Wrote %d pages into %s\n".formatted(count, out), run.out());
    }
  }

  @Test
  void aFailingTestIsNamedAndStatusOne() throws Exception {
    Path pack = copy();
    Path tests = pack.resolve("rules/pod/TST-POD-002/tests.yaml");
    Files.writeString(
        tests, Files.readString(tests).replaceAll("LEVEL(?=[^-]+passed)", "PASSWORD"));
    Cli run = Cli.run("packs", "test", pack);
    assertEquals(ExitStatus.FINDINGS, run.status());
    assertTrue(run.out().contains("TST-POD-002"), run.out());
    assertTrue(run.out().endsWith("6 passed, 1 failed\n"), run.out());
  }

  @Test
  void problemsOfAPackAreNamedWithTheirPlace() throws Exception {
    Path pack = copy();
    Path rule = pack.resolve("rules/pod/TST-POD-001/rule.yaml");
    Files.writeString(
        rule, Files.readString(rule).replace("!container.privileged", "!container.priv"));
    Cli run = Cli.run("packs", "check", pack);
    assertEquals(ExitStatus.UNREADABLE, run.status());
    assertTrue(run.err().startsWith("safeguard: rules/pod/TST-POD-001/rule.yaml:"), run.err());
  }

  private Path copy() throws IOException {
    Path from = Path.of(Cli.PACK);
    Path to = folder.resolve("pack");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }
}
