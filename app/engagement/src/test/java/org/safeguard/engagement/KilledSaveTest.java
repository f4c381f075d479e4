package org.safeguard.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.Progress;

/// A program that is killed while it saves loses nothing that was saved before.
final class KilledSaveTest {

  private static final int KILLS = 6;

  @TempDir Path folder;

  @Test
  void aKillAtAnyMomentLeavesEveryEarlierRun() throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    Path path = folder.resolve("x.safeguard");
    EngagementFile.create(path).close();
    int known = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int reported = saveUntilKilled(path, random);
      try (EngagementFile file = EngagementFile.open(path)) {
        List<RunSummary> runs = file.runs();
        assertTrue(runs.size() >= known + reported, runs.size() + " of " + known + "+" + reported);
        assertEquals(List.of(), file.integrityCheck());
        assertEquals(Optional.empty(), file.verifyJournal());
        for (RunSummary run : runs.subList(known, runs.size())) {
          file.read(run.run());
        }
        known = runs.size();
      }
    }
    assertTrue(known > 0, "nothing was ever saved");
  }

  /// Gives the number of saves that the child reported as done before it died.
  private int saveUntilKilled(Path path, RandomGenerator random) throws Exception {
    Path report = folder.resolve("report");
    Files.deleteIfExists(report);
    Process child = start(path, report);
    int wanted = random.nextInt(6);
    while (child.isAlive() && saves(report) < wanted) {
      Thread.sleep(1);
    }
    Thread.sleep(random.nextInt(40), random.nextInt(1_000_000));
    child.destroyForcibly();
    assertNotEquals(0, child.waitFor(), "the child ended by itself");
    return saves(report);
  }

  private static int saves(Path report) throws IOException {
    return Files.readAllLines(report).size();
  }

  private static Process start(Path path, Path report) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            SavesForever.class.getName(),
            path.toString())
        .redirectOutput(report.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// The program that is killed.
  static final class SavesForever {
    public static void main(String[] arguments) throws Exception {
      RandomAssessment assessments =
          new RandomAssessment(
              RandomGeneratorFactory.of("L64X128MixRandom").create(System.nanoTime()));
      try (EngagementFile file = EngagementFile.open(Path.of(arguments[0]))) {
        while (true) {
          file.save(assessments.next(), Progress.NONE);
          System.out.println("saved");
          System.out.flush();
        }
      }
    }
  }
}
