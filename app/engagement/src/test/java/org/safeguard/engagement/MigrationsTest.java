package org.safeguard.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;

/// Every version that was ever written opens, keeps its content and takes new runs.
final class MigrationsTest {

  @TempDir Path folder;

  static List<Integer> versions() {
    return IntStream.rangeClosed(1, Migrations.latest()).boxed().toList();
  }

  static String fixture(int version) {
    return "version-%03d.safeguard".formatted(version);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aFileOfEveryVersionOpensWithAllItHeld(int version) throws Exception {
    Path path = folder.resolve(fixture(version));
    try (InputStream in = MigrationsTest.class.getResourceAsStream(fixture(version))) {
      assertNotNull(in, "no fixture of version " + version + ": see README.md");
      Files.copy(in, path);
    }
    try (EngagementFile file = EngagementFile.open(path)) {
      assertEquals(EngagementFileTest.withoutObjects(held(version)), file.read(1));
      assertEquals(
          Samples.snapshot(2).resources().getFirst().body().plain(),
          file.object(1, Samples.WEB).orElseThrow().body().plain());
      file.save(Samples.assessment("new", 3), Progress.NONE);
      assertEquals("new", file.read(2).id());
      assertEquals(Optional.empty(), file.verifyJournal());
      assertEquals(List.of(), file.integrityCheck());
    }
  }

  private static Assessment held(int version) {
    return version == 1
        ? EngagementFileTest.withoutRecord(Samples.assessment())
        : Samples.assessment();
  }

  @Test
  void aNewFileHasTheLatestVersion() throws Exception {
    Path path = folder.resolve("new.safeguard");
    EngagementFile.create(path).close();
    try (Database database = Database.connect(path, Samples.SESSION.patience())) {
      assertEquals(Migrations.latest(), database.pragma("user_version"));
      assertEquals(Migrations.APPLICATION_ID, database.pragma("application_id"));
    }
  }

  /// Writes the fixture of the present version: run it once, before the next migration is added.
  static final class WriteFixture {
    public static void main(String[] arguments) throws Exception {
      Path path = Path.of(arguments[0]).resolve(fixture(Migrations.latest()));
      try (EngagementFile file = EngagementFile.create(path, Samples.SESSION)) {
        file.save(Samples.assessment(), Progress.NONE);
      }
    }
  }
}
