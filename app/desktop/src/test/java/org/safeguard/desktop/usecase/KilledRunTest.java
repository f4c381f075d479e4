package org.safeguard.desktop.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.desktop.fixture.ChildJvm;
import org.safeguard.engagement.EngagementFile;
import org.safeguard.engagement.RunSummary;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;
import org.safeguard.workbench.Workbench;

/// The program is killed while it assesses, as by `kill -9` or a dead battery.
class KilledRunTest {

  private static final int WORKLOADS = 40;

  @TempDir Path folder;
  private Path source;
  private Path file;
  private Assessment first;

  @BeforeEach
  void keepARun() throws Exception {
    source = Files.writeString(folder.resolve("workloads.yaml"), workloads());
    file = folder.resolve("clinic.safeguard");
    WorkbenchUseCases useCases = new WorkbenchUseCases(new Workbench(Clock.systemUTC(), "first"));
    try (Engagement engagement =
        useCases.assess(useCases.read(List.of(source), Progress.NONE), null, file, Progress.NONE)) {
      first = engagement.latest().orElseThrow();
    }
  }

  @Test
  void earlierRunsStayWhateverTheMomentOfTheEnd() throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20);
    for (String moment : List.of("Evaluating rules", "Saving verdicts")) {
      List<RunSummary> before = runs();
      kill(moment, random.nextInt(60));
      List<RunSummary> after = runs();
      assertEquals(before, after.subList(0, before.size()));
      check(after);
    }
  }

  private void kill(String moment, int milliseconds) throws Exception {
    Process runs =
        ChildJvm.of("org.safeguard.desktop.usecase.EndlessRuns", source, file)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    CompletableFuture.delayedExecutor(30, TimeUnit.SECONDS).execute(runs::destroyForcibly);
    try (BufferedReader said = runs.inputReader()) {
      String line = said.readLine();
      while (line != null && !line.equals(moment)) {
        line = said.readLine();
      }
      assertNotNull(line, "ended before " + moment);
      Thread.sleep(milliseconds);
    } finally {
      runs.destroyForcibly().waitFor();
    }
  }

  private List<RunSummary> runs() throws Exception {
    try (EngagementFile open = EngagementFile.open(file)) {
      assertEquals(List.of(), open.integrityCheck());
      assertTrue(open.verifyJournal().isEmpty());
      return open.runs();
    }
  }

  private void check(List<RunSummary> runs) throws Exception {
    try (EngagementFile open = EngagementFile.open(file)) {
      assertEquals(first, open.read(runs.getFirst().run()));
      for (RunSummary run : runs) {
        assertEquals(first.verdicts(), open.read(run.run()).verdicts());
      }
    }
  }

  private static String workloads() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < WORKLOADS; i++) {
      all.append(
          """
          apiVersion: v1
          kind: Pod
          metadata: {name: pod-%1$d, namespace: clinic}
          spec:
            containers:
            - name: main
              image: registry.example/app-%1$d:1
              securityContext: {privileged: %2$b}
          ---
          """
              .formatted(i, i % 3 == 0));
    }
    return all.toString();
  }
}
