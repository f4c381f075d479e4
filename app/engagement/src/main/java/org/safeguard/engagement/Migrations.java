package org.safeguard.engagement;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.safeguard.model.snapshot.UnreadableInputException;

/// The steps from each version of the file to the next, forward only. The version of a file is its
/// `user_version`: the number of steps it has seen.
final class Migrations {

  /// `SGWB`: what tells our files from other SQLite databases.
  static final int APPLICATION_ID = 0x53475742;

  private static final List<String> STEPS =
      List.of("migration/V001__first", "migration/V002__capture_record");

  private Migrations() {}

  /// The version that this program writes.
  static int latest() {
    return STEPS.size();
  }

  /// @throws UnreadableInputException when a newer program wrote the file
  static void checkVersion(Path file, int version) throws UnreadableInputException {
    if (version > latest()) {
      throw new UnreadableInputException(
          file.toString(),
          "a newer Safeguard Workbench wrote this engagement file (version "
              + version
              + ", this one knows up to "
              + latest()
              + ")",
          "Update this program; the file was left untouched");
    }
    if (version < 1) {
      throw new UnreadableInputException(
          file.toString(),
          "the engagement file is damaged (version " + version + ")",
          "Open your latest copy of it instead");
    }
  }

  /// Takes the steps that the file has not seen, each whole or not at all.
  static void run(Database database) throws SQLException {
    int version = database.pragma("user_version");
    if (version == latest()) {
      return;
    }
    // A step may have to rebuild a table that others refer to; the check comes at its end.
    database.script("PRAGMA foreign_keys = OFF");
    for (int next = version; next < latest(); next++) {
      step(database, next);
    }
    database.script("PRAGMA foreign_keys = ON");
  }

  private static void step(Database database, int from) throws SQLException {
    database.transaction(
        () -> {
          // Another program may have taken the step while we waited for the lock.
          if (database.pragma("user_version") == from) {
            database.script(Sql.text(STEPS.get(from)));
            if (database.first("database/foreign_keys", row -> row.text("table")).isPresent()) {
              throw new DamagedException("rows that refer to nothing");
            }
            database.script(
                "PRAGMA application_id = "
                    + APPLICATION_ID
                    + "; PRAGMA user_version = "
                    + (from + 1));
          }
          return true;
        });
  }
}
