package org.safeguard.engagement;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The journal: each entry holds the hash of the one before, so that nothing can be changed or
/// taken out of the middle unnoticed. Cutting its end off shows where a run loses its entry.
final class Journal {

  private static final String START = "0".repeat(64);

  /// An entry as it is stored, be it readable or not.
  private record Raw(
      long sequence,
      String at,
      String who,
      String what,
      @Nullable String before,
      @Nullable String after,
      String previousHash,
      String hash) {

    static Raw of(Row row) throws SQLException {
      return new Raw(
          row.number("sequence"),
          row.text("at"),
          row.text("who"),
          row.text("what"),
          row.textOrNull("before"),
          row.textOrNull("after"),
          row.text("previous_hash"),
          row.text("hash"));
    }

    String expectedHash() {
      return new Sha256()
          .add("safeguard-journal/1")
          .add(sequence)
          .add(at)
          .add(who)
          .add(what)
          .add(before)
          .add(after)
          .add(previousHash)
          .hex();
    }
  }

  private final Database database;
  private final Session session;

  Journal(Database database, Session session) {
    this.database = database;
    this.session = session;
  }

  /// Adds an entry and gives its sequence.
  long add(String what, @Nullable String before, @Nullable String after) throws SQLException {
    Raw last =
        database
            .first("journal/last", Raw::of)
            .orElse(new Raw(0, "", "", "", null, null, "", START));
    String at = session.clock().instant().toString();
    Raw open =
        new Raw(last.sequence() + 1, at, session.user(), what, before, after, last.hash(), "");
    database.update(
        "journal/insert",
        open.sequence(),
        at,
        open.who(),
        what,
        before,
        after,
        open.previousHash(),
        open.expectedHash());
    return open.sequence();
  }

  List<JournalEntry> entries() throws SQLException {
    return database.list(
        "journal/all",
        row ->
            new JournalEntry(
                row.number("sequence"),
                row.instant("at"),
                row.text("who"),
                row.text("what"),
                row.textOrNull("before"),
                row.textOrNull("after"),
                row.text("previous_hash"),
                row.text("hash")));
  }

  /// The first entry that does not fit, empty when all do.
  Optional<JournalBreak> verify() throws SQLException {
    long sequence = 0;
    String previous = START;
    for (Raw entry : database.list("journal/all", Raw::of)) {
      sequence++;
      if (entry.sequence() != sequence) {
        return Optional.of(new JournalBreak(sequence, "the entry is missing"));
      }
      if (!entry.previousHash().equals(previous)) {
        return Optional.of(
            new JournalBreak(sequence, "the entry does not follow the one before it"));
      }
      if (!entry.hash().equals(entry.expectedHash())) {
        return Optional.of(new JournalBreak(sequence, "the entry was changed"));
      }
      previous = entry.hash();
    }
    return sequence == 0 ? Optional.of(new JournalBreak(0, "it is empty")) : unrecordedRun();
  }

  private Optional<JournalBreak> unrecordedRun() throws SQLException {
    return database.first(
        "journal/unrecorded_run",
        row -> new JournalBreak(0, "run " + row.number("id") + " has no entry"));
  }
}
