package org.safeguard.engagement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.UnreadableInputException;

final class HostileFileTest {

  @TempDir Path folder;

  private Path path() {
    return folder.resolve("x.safeguard");
  }

  private byte[] good() throws Exception {
    Path good = folder.resolve("good.safeguard");
    if (Files.notExists(good)) {
      try (EngagementFile file = EngagementFile.create(good, Samples.SESSION)) {
        file.save(Samples.assessment(), Progress.NONE);
      }
    }
    return Files.readAllBytes(good);
  }

  private void assertRefused(String why, byte[] content) throws IOException {
    Files.write(path(), content);
    assertRefused(why);
    assertArrayEquals(content, Files.readAllBytes(path()), "touched");
    assertEquals(List.of(), strays(), "left behind");
  }

  private void assertRefused(String why) {
    UnreadableInputException refusal =
        assertThrows(
            UnreadableInputException.class, () -> EngagementFile.open(path(), Samples.SESSION));
    assertEquals(why, refusal.why());
    assertTrue(refusal.getMessage().startsWith(path().toString()), refusal.getMessage());
    assertFalse(refusal.getMessage().contains("\n"), refusal.getMessage());
  }

  private List<Path> strays() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(f -> !f.toString().endsWith("x.safeguard") && !f.endsWith("good.safeguard"))
          .toList();
    }
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertRefused("there is no such file");
  }

  @Test
  void aFolderIsRefused() throws IOException {
    Files.createDirectory(path());
    assertRefused("this is a folder");
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    assertRefused("the file is empty", new byte[0]);
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws IOException {
    assertRefused(
        "this is no engagement file: it is no database",
        "PK".repeat(500).getBytes(StandardCharsets.UTF_8));
    assertRefused("this is no engagement file: it is no database", new byte[] {'S', 'Q', 'L'});
  }

  @Test
  void aDatabaseOfAnotherProgramIsRefused() throws Exception {
    sql("CREATE TABLE mine (a); PRAGMA application_id = 42");
    assertRefused(
        "this is no engagement file: it belongs to another program", Files.readAllBytes(path()));
  }

  @Test
  void aTruncatedFileIsRefused() throws Exception {
    byte[] good = good();
    for (int length : new int[] {20, 99, 100, 4096, good.length / 2, good.length - 1}) {
      assertRefused(
          "the engagement file is cut off: its end is missing", Arrays.copyOf(good, length));
    }
  }

  @Test
  void aFileOfANewerVersionIsRefusedAndLeftAlone() throws Exception {
    byte[] newer = good();
    ByteBuffer.wrap(newer).putInt(60, 1000);
    assertRefused(
        "a newer Safeguard Workbench wrote this engagement file (version 1000, this one knows up to "
            + Migrations.latest()
            + ")",
        newer);
  }

  @Test
  void aFileWithoutVersionIsRefused() throws Exception {
    byte[] none = good();
    ByteBuffer.wrap(none).putInt(60, 0);
    assertRefused("the engagement file is damaged (version 0)", none);
  }

  @Test
  void aFileWithATriggerIsRefused() throws Exception {
    Files.write(path(), good());
    sql("CREATE TRIGGER gone AFTER INSERT ON run BEGIN DELETE FROM journal; END");
    assertRefused("the engagement file is damaged (a trigger gone that we never make)");
  }

  @Test
  void aFileWithAMissingTableIsRefused() throws Exception {
    Files.write(path(), good());
    sql("DROP TABLE engagement");
    assertRefused(
        "the engagement file is damaged ([SQLITE_ERROR] SQL error or missing database (no such table: engagement))");
  }

  @Test
  void aFileLockedByAnotherProgramIsRefused() throws Exception {
    Files.write(path(), good());
    try (Connection other = connect();
        Statement statement = other.createStatement()) {
      statement.executeUpdate("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT");
      assertRefused("another program is using this engagement file");
    }
  }

  @Test
  void aSaveDuringAnothersSaveSaysSoAndCanBeRepeated() throws Exception {
    Files.write(path(), good());
    try (EngagementFile file = EngagementFile.open(path(), Samples.SESSION);
        Connection other = connect();
        Statement statement = other.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
      EngagementNotSavedException refusal =
          assertThrows(
              EngagementNotSavedException.class,
              () -> file.save(Samples.assessment(), Progress.NONE));
      assertEquals("another program is using this engagement file", refusal.why());
      statement.executeUpdate("ROLLBACK");
      file.save(Samples.assessment(), Progress.NONE);
      assertEquals(2, file.runs().size());
    }
  }

  @Test
  void aFullDiskLosesNothing() throws Exception {
    Files.write(path(), good());
    try (EngagementFile file = EngagementFile.open(path(), Samples.SESSION)) {
      file.limitPages(1);
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
      EngagementNotSavedException refusal =
          assertThrows(
              EngagementNotSavedException.class,
              () -> {
                for (int i = 0; i < 50; i++) {
                  file.save(new RandomAssessment(random).next(), Progress.NONE);
                }
              });
      assertEquals("the disk is full", refusal.why());
      int runs = file.runs().size();
      file.limitPages(1_000_000);
      file.save(Samples.assessment(), Progress.NONE);
      assertEquals(runs + 1, file.runs().size());
      assertEquals(List.of(), file.integrityCheck());
    }
  }

  @Test
  void aReadOnlyFileIsRefused() throws Exception {
    Files.write(path(), good());
    assertTrue(path().toFile().setReadOnly());
    assumeFalse(Files.isWritable(path()), "root may write everything");
    assertRefused("the engagement file is read-only");
  }

  @Test
  void whatHasTheNameAlreadyIsNeverOverwritten() throws Exception {
    byte[] precious = "the only copy".getBytes(StandardCharsets.UTF_8);
    Files.write(path(), precious);
    UnreadableInputException refusal =
        assertThrows(UnreadableInputException.class, () -> EngagementFile.create(path()));
    assertEquals("there is something of this name already", refusal.why());
    assertThrows(UnreadableInputException.class, () -> EngagementFile.openOrCreate(path()));
    assertArrayEquals(precious, Files.readAllBytes(path()));
    assertEquals(List.of(), strays());
  }

  @Test
  void theLogOfAnEarlierFileIsNotPlayedIntoANewOne() throws Exception {
    Files.write(folder.resolve("x.safeguard-wal"), new byte[] {1});
    UnreadableInputException refusal =
        assertThrows(UnreadableInputException.class, () -> EngagementFile.create(path()));
    assertEquals(
        "the log of an earlier file of this name is still there (x.safeguard-wal)", refusal.why());
    assertTrue(Files.notExists(path()));
  }

  @Test
  void aFileInAFolderThatIsNotThereIsNotCreated() {
    UnreadableInputException refusal =
        assertThrows(
            UnreadableInputException.class,
            () -> EngagementFile.create(folder.resolve("no/such/x.safeguard")));
    assertEquals("its folder does not exist", refusal.why());
  }

  @Test
  void damageAnywhereGivesAClearErrorOrNoneAtAll() throws Exception {
    byte[] good = good();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    for (int round = 0; round < 150; round++) {
      byte[] bad = good.clone();
      damage(bad, random);
      Files.write(path(), bad);
      useEverything();
      Files.deleteIfExists(folder.resolve("x.safeguard-wal"));
      Files.deleteIfExists(folder.resolve("x.safeguard-shm"));
    }
  }

  /// Some bytes, a whole page, or everything after the header.
  private static void damage(byte[] bytes, RandomGenerator random) {
    int kind = random.nextInt(4);
    int from = kind == 3 ? 100 : 28 + random.nextInt(bytes.length - 28);
    int length =
        switch (kind) {
          case 0 -> 1;
          case 1 -> 16;
          case 2 -> 4096;
          default -> bytes.length;
        };
    for (int i = from; i < Math.min(bytes.length, from + length); i++) {
      bytes[i] = (byte) random.nextInt();
    }
  }

  private void useEverything() {
    try (EngagementFile file = EngagementFile.open(path(), Samples.SESSION)) {
      for (Use use :
          List.<Use>of(
              file::integrityCheck,
              file::verifyJournal,
              file::journal,
              file::engagement,
              () -> file.runs().isEmpty() ? file : file.read(file.runs().getFirst().run()),
              () -> file.object(1, Samples.WEB))) {
        attempt(use);
      }
      file.save(Samples.assessment("again", 7), Progress.NONE);
    } catch (UnreadableInputException | EngagementNotSavedException e) {
      assertFalse(e.getMessage().contains("\n"), e.getMessage());
    }
  }

  private interface Use {
    Object use() throws UnreadableInputException;
  }

  private static void attempt(Use use) {
    try {
      use.use();
    } catch (UnreadableInputException e) {
      assertFalse(e.getMessage().contains("\n"), e.getMessage());
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage().startsWith("There is no run"), e.getMessage());
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + path());
  }

  private void sql(String script) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
  }
}
