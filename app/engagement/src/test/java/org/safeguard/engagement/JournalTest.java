package org.safeguard.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.Progress;

final class JournalTest {

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void aFileWithTwoRuns() throws Exception {
    path = folder.resolve("x.safeguard");
    try (EngagementFile file = EngagementFile.create(path, Samples.SESSION)) {
      file.save(Samples.assessment("one", 1), Progress.NONE);
      file.save(Samples.assessment("two", 2), Progress.NONE);
    }
  }

  private List<JournalEntry> entries() throws Exception {
    try (EngagementFile file = EngagementFile.open(path)) {
      return file.journal();
    }
  }

  private Optional<JournalBreak> verify() throws Exception {
    try (EngagementFile file = EngagementFile.open(path)) {
      return file.verifyJournal();
    }
  }

  private void change(String sql) throws Exception {
    try (Database database = Database.connect(path, Samples.SESSION.patience())) {
      database.script(sql);
    }
  }

  @Test
  void eachChangeHasAnEntryBoundToTheOneBefore() throws Exception {
    List<JournalEntry> entries = entries();
    assertEquals(
        List.of("1 created", "2 scope changed", "3 assessed", "4 assessed"),
        entries.stream().map(entry -> entry.sequence() + " " + entry.what()).toList());
    assertEquals(
        new JournalEntry(
            2,
            Samples.NOW,
            "ada",
            "scope changed",
            "{\"client\":\"\",\"assessor\":\"\",\"title\":\"\",\"description\":\"\",\"designations\":[]}",
            "{\"client\":\"General Hospital\",\"assessor\":\"A. Ssessor\",\"title\":\"Portal\","
                + "\"description\":\"Everything in the cluster\",\"designations\":[]}",
            entries.getFirst().hash(),
            entries.get(1).hash()),
        entries.get(1));
    assertTrue(String.valueOf(entries.get(3).after()).contains("\"assessment\":\"two\""));
    assertEquals("0".repeat(64), entries.getFirst().previousHash());
    assertEquals(Optional.empty(), verify());
  }

  @Test
  void anyEditedCharacterIsFound() throws Exception {
    try (Database database = Database.connect(path, Samples.SESSION.patience())) {
      database.script("BEGIN");
      for (String column :
          List.of("at", "who", "what", "before", "after", "hash", "previous_hash")) {
        String text = database.list("journal/all", row -> row.textOrNull(column)).get(1);
        assertAnyEditIsFound(database, column, text);
      }
    }
  }

  private static void assertAnyEditIsFound(Database database, String column, String text)
      throws Exception {
    String update = "UPDATE journal SET %s = '%s' WHERE sequence = 2";
    for (int i = 0; i < text.length(); i++) {
      StringBuilder edited = new StringBuilder(text);
      edited.setCharAt(i, (char) (text.charAt(i) + 1));
      database.script(update.formatted(column, edited));
      Optional<JournalBreak> found = new Journal(database, Samples.SESSION).verify();
      assertEquals(2, found.orElseThrow().sequence(), column + " " + edited);
    }
    database.script(update.formatted(column, text));
    assertEquals(Optional.empty(), new Journal(database, Samples.SESSION).verify());
  }

  @Test
  void anEmptiedValueIsFound() throws Exception {
    change("UPDATE journal SET before = NULL WHERE sequence = 2");
    assertEquals(Optional.of(new JournalBreak(2, "the entry was changed")), verify());
  }

  @Test
  void aTextMovedFromOneColumnToTheNextIsFound() throws Exception {
    change("UPDATE journal SET who = '', what = who || what WHERE sequence = 2");
    assertEquals(Optional.of(new JournalBreak(2, "the entry was changed")), verify());
  }

  @Test
  void aMissingEntryIsFound() throws Exception {
    change("DELETE FROM journal WHERE sequence = 2");
    assertEquals(Optional.of(new JournalBreak(2, "the entry is missing")), verify());
  }

  @Test
  void aJournalWhoseEndWasCutOffIsFound() throws Exception {
    change("DELETE FROM journal WHERE sequence = 4");
    assertEquals(Optional.of(new JournalBreak(0, "run 2 has no entry")), verify());
  }

  @Test
  void anEntryPutInTheMiddleIsFound() throws Exception {
    change(
        "UPDATE run SET journal = 5 WHERE id = 2; UPDATE journal SET sequence = 5 WHERE sequence = 4;"
            + "INSERT INTO journal SELECT 4, at, who, what, before, after, hash, hash FROM journal WHERE sequence = 3");
    assertEquals(Optional.of(new JournalBreak(4, "the entry was changed")), verify());
  }

  @Test
  void aRunWhoseEntryIsAnotherChangeIsFound() throws Exception {
    change("UPDATE run SET journal = 1 WHERE id = 1");
    assertEquals(Optional.of(new JournalBreak(0, "run 1 has no entry")), verify());
  }
}
