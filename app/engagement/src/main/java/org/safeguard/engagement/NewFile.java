package org.safeguard.engagement;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The making of an engagement file. It is made under another name and moved when whole, so that
/// nobody ever sees half a file, and what has the name already is never overwritten.
final class NewFile {

  private static final Logger LOG = LoggerFactory.getLogger(NewFile.class);

  private NewFile() {}

  static void create(Path file, Session session) throws UnreadableInputException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(file);
    }
    checkNoLog(file);
    Path made = null;
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw new UnreadableInputException(
            file.toString(), "its folder does not exist", "Create the folder first");
      }
      made = Files.createTempFile(folder, ".new-", ".safeguard");
      fill(made, session);
      checkWhole(made);
      Files.move(made, file);
    } catch (FileAlreadyExistsException e) {
      throw exists(file);
    } catch (IOException e) {
      throw new UnreadableInputException(
          file.toString(),
          "no file can be written there",
          "Check that you may write to its folder and that the disk is not full",
          e);
    } catch (SQLException e) {
      throw Faults.unreadable(file, e);
    } finally {
      delete(made);
    }
  }

  /// SQLite would take the log of an earlier file of this name for ours and play it into the
  /// new one.
  private static void checkNoLog(Path file) throws UnreadableInputException {
    Path log = beside(file, "-wal");
    if (Files.exists(log, LinkOption.NOFOLLOW_LINKS)) {
      throw new UnreadableInputException(
          file.toString(),
          "the log of an earlier file of this name is still there (" + log.getFileName() + ")",
          "Choose another name, or delete the log if you no longer need that file");
    }
  }

  /// On a full disk SQLite closes without a word and leaves what it could not move in its log.
  private static void checkWhole(Path made) throws IOException {
    if (Files.exists(beside(made, "-wal"))) {
      throw new IOException("its log could not be brought in");
    }
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static void fill(Path made, Session session) throws SQLException {
    try (Database database = Database.connect(made, session.patience())) {
      database.script(Sql.text("database/connection"));
      Migrations.run(database);
      Journal journal = new Journal(database, session);
      database.transaction(
          () -> {
            new EngagementStore(database, journal).create(session.clock().instant());
            return true;
          });
    }
  }

  private static UnreadableInputException exists(Path file) {
    return new UnreadableInputException(
        file.toString(),
        "there is something of this name already",
        "Choose another name, or open it; it was left untouched");
  }

  private static void delete(@Nullable Path made) {
    if (made == null) {
      return;
    }
    try {
      Files.deleteIfExists(made);
      Files.deleteIfExists(beside(made, "-wal"));
      Files.deleteIfExists(beside(made, "-shm"));
    } catch (IOException e) {
      LOG.warn("Left behind: {}", made, e);
    }
  }
}
