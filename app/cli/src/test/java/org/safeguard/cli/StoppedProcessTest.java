package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.engagement.EngagementFile;
import org.safeguard.engagement.RunSummary;

/// A process that is stopped or killed in the middle of its work.
final class StoppedProcessTest {

  private static final int KILLS = 4;
  private static final int SIGTERM_STATUS = 143;

  @TempDir Path folder;

  @Test
  void aKillAtAnyMomentLeavesEveryEarlierRun() throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    Path path = folder.resolve("e.safeguard");
    assertEquals(0, Cli.run("assess", Cli.CLINIC, "--engagement", path).status());
    List<RunSummary> before = runs(path);
    for (int kill = 0; kill < KILLS; kill++) {
      Child child = Child.start(folder, "assess", Cli.CLINIC, "--engagement", path);
      waitForLog(path, child, random.nextInt(300, 1_200));
      Thread.sleep(random.nextInt(kill % 2 == 0 ? 20 : 400));
      child.process().destroyForcibly();
      child.status();
      List<RunSummary> after = runs(path);
      assertEquals(before, after.subList(0, before.size()));
      before = after;
    }
  }

  /// Waits until the child writes into the file, or for so many milliseconds at most.
  private static void waitForLog(Path path, Child child, int most) throws Exception {
    File log = new File(path + "-wal");
    for (int waited = 0;
        waited < most && log.length() == 0 && child.process().isAlive();
        waited++) {
      Thread.sleep(1);
    }
  }

  private static List<RunSummary> runs(Path path) throws Exception {
    try (EngagementFile file = EngagementFile.open(path)) {
      assertEquals(List.of(), file.integrityCheck());
      assertTrue(file.verifyJournal().isEmpty());
      List<RunSummary> runs = file.runs();
      for (RunSummary run : runs) {
        assertEquals(run.assessmentId(), file.read(run.run()).id());
      }
      return runs;
    }
  }

  @Test
  void aStopEndsSoonAndLeavesNothing() throws Exception {
    assumeTrue(File.separatorChar == '/', "there are no signals");
    Path results = Files.createDirectory(folder.resolve("results"));
    for (int wait : new int[] {0, 500, 1_000, 1_500}) {
      Child child =
          Child.start(
              folder,
              "assess",
              Cli.CLINIC,
              "--engagement",
              results.resolve("e.safeguard"),
              "--workbook",
              results.resolve("w.xlsx"));
      Thread.sleep(wait);
      child.process().destroy();
      assertTrue(child.process().waitFor(10, TimeUnit.SECONDS), "it did not stop");
      if (child.status() == 0) {
        return;
      }
      assertEquals(SIGTERM_STATUS, child.status());
      whole(results);
    }
  }

  /// Only what was complete when the signal came may be there.
  private static void whole(Path results) throws Exception {
    for (String name : Child.names(results)) {
      Path file = results.resolve(name);
      switch (name) {
        case "e.safeguard" -> assertEquals(1, runs(file).size());
        case "w.xlsx" -> new ZipFile(file.toFile()).close();
        default -> fail(name + " was left");
      }
      Files.delete(file);
    }
  }

  @Test
  void aStopWhileWaitingForInputEndsSoon() throws Exception {
    assumeTrue(File.separatorChar == '/', "there are no signals");
    Child child = Child.start(folder, "assess", "-", "--pack", Cli.PACK);
    Thread.sleep(1_000);
    assertTrue(child.process().isAlive(), child.err());
    child.process().destroy();
    assertTrue(child.process().waitFor(10, TimeUnit.SECONDS), "it did not stop");
    assertEquals(SIGTERM_STATUS, child.status());
  }
}
