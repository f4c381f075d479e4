package org.safeguard.engagement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.verdict.ObjectReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An engagement file: everything of one engagement in one SQLite database, `*.safeguard`.
///
/// A save is whole or not at all, be the program killed or the power cut in the middle. Runs are
/// never changed once saved. Safe for several threads; they take turns. Another program may have
/// the same file open: saves take turns too.
public final class EngagementFile implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EngagementFile.class);
  private static final int MOST_THREADS = 4;

  private final Path file;
  private final Database database;
  private final Journal journal;
  private final EngagementStore engagement;
  private final RunStore runs;
  private boolean closed;

  private EngagementFile(Path file, Database database, Session session) {
    this.file = file;
    this.database = database;
    this.journal = new Journal(database, session);
    this.engagement = new EngagementStore(database, journal);
    this.runs = new RunStore(database, journal);
  }

  /// Creates a file without runs.
  ///
  /// @throws UnreadableInputException when something of that name exists already, or nothing can be
  ///     written there
  public static EngagementFile create(Path file) throws UnreadableInputException {
    return create(file, Session.ofThisUser());
  }

  /// Opens a file and brings it to the present version.
  ///
  /// @throws UnreadableInputException when it is no engagement file, is damaged, was written by a
  ///     newer version, is locked by another program or may not be written
  public static EngagementFile open(Path file) throws UnreadableInputException {
    return open(file, Session.ofThisUser());
  }

  /// Whether a file is meant to be an engagement and no other source; [#open] says whether it is
  /// sound.
  ///
  /// @throws UnreadableInputException when it cannot be read
  public static boolean isOne(Path file) throws UnreadableInputException {
    return FileHeader.isDatabase(file);
  }

  /// Opens the file where there is one, else creates it.
  ///
  /// @throws UnreadableInputException as [#create] and [#open] do
  public static EngagementFile openOrCreate(Path file) throws UnreadableInputException {
    return Files.notExists(file) ? create(file) : open(file);
  }

  static EngagementFile create(Path file, Session session) throws UnreadableInputException {
    NewFile.create(file, session);
    return open(file, session);
  }

  static EngagementFile open(Path file, Session session) throws UnreadableInputException {
    FileHeader.check(file);
    Database database = null;
    boolean opened = false;
    try {
      database = Database.connect(file, session.patience());
      // Before anything else: a newer file must not be touched.
      Migrations.checkVersion(file, database.pragma("user_version"));
      database.script(Sql.text("database/connection"));
      database
          .first("database/strange", row -> row.text("type") + " " + row.text("name"))
          .ifPresent(
              strange -> {
                throw new DamagedException("a " + strange + " that we never make");
              });
      Migrations.run(database);
      EngagementFile open = new EngagementFile(file, database, session);
      open.engagement.read();
      opened = true;
      return open;
    } catch (SQLException e) {
      throw Faults.unreadable(file, e);
    } catch (DamagedException e) {
      throw Faults.unreadable(file, e);
    } finally {
      if (!opened && database != null) {
        close(file, database);
      }
    }
  }

  /// Where the file lies.
  public Path file() {
    return file;
  }

  /// Adds a run: its snapshots with their objects, its packs, verdicts, evidence, determinations
  /// and risks, and an entry in the journal, all in one transaction.
  ///
  /// @throws EngagementNotSavedException when the disk is full, another program is saving for too
  ///     long, or the like; the file is as it was and the save can be tried again
  /// @throws org.safeguard.model.progress.CancelledException when the user cancelled; the file is
  ///     as it was
  public synchronized void save(Assessment assessment, Progress progress)
      throws EngagementNotSavedException {
    checkOpen();
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      database.transaction(
          () -> {
            engagement.say(assessment.scope());
            runs.save(assessment, executor, progress);
            progress.checkCancelled();
            return true;
          });
    } catch (SQLException e) {
      throw Faults.notSaved(file, e);
    } catch (DamagedException e) {
      throw Faults.notSaved(file, e);
    } finally {
      executor.shutdownNow();
    }
    checkpoint();
    progress.report("Saved", 1);
  }

  /// The runs, oldest first, without reading any of them.
  ///
  /// @throws UnreadableInputException when the file is damaged or can no longer be read
  public List<RunSummary> runs() throws UnreadableInputException {
    return reading(runs::all);
  }

  /// The names of the clusters that runs are about, sorted.
  ///
  /// @throws UnreadableInputException when the file is damaged or can no longer be read
  public List<String> clusters() throws UnreadableInputException {
    return runs().stream().flatMap(run -> run.clusters().stream()).distinct().sorted().toList();
  }

  /// The latest runs that are about a cluster, the latest first: the first two are what somebody
  /// wants compared.
  ///
  /// @param cluster from [RunSummary#clusters]; empty for runs whose sources name none
  /// @param most how many at most
  /// @throws UnreadableInputException when the file is damaged or can no longer be read
  public List<RunSummary> latestRuns(String cluster, int most) throws UnreadableInputException {
    return runs().reversed().stream().filter(run -> isAbout(run, cluster)).limit(most).toList();
  }

  private static boolean isAbout(RunSummary run, String cluster) {
    return cluster.isEmpty() ? run.clusters().isEmpty() : run.clusters().contains(cluster);
  }

  /// The snapshots of a run with all their objects, as they were saved but for lines and the order
  /// of keys: what a comparison of objects needs.
  ///
  /// @param run from [RunSummary]
  /// @throws UnreadableInputException when the file is damaged or can no longer be read
  public List<Snapshot> snapshots(long run, Progress progress) throws UnreadableInputException {
    return reading(() -> runs.snapshots(run, progress));
  }

  /// A run as it was saved; its snapshots have no objects, which [#object] gives one by one.
  ///
  /// @param run from [RunSummary]
  /// @throws UnreadableInputException when the file is damaged or can no longer be read
  /// @throws IllegalArgumentException when there is no such run
  public Assessment read(long run) throws UnreadableInputException {
    return reading(() -> runs.read(run))
        .orElseThrow(() -> new IllegalArgumentException("There is no run " + run));
  }

  /// The object that a verdict or its evidence points to, empty when the run's snapshots do not
  /// hold
  /// it. Any version of the reference's API group will do, and the namespace `default` also means
  /// an object whose manifest names none.
  ///
  /// @throws UnreadableInputException when the file is damaged or can no longer be read
  public Optional<StoredObject> object(long run, ObjectReference reference)
      throws UnreadableInputException {
    return reading(() -> runs.object(run, reference));
  }

  /// What the file is about.
  ///
  /// @throws UnreadableInputException when the file is damaged or can no longer be read
  public Engagement engagement() throws UnreadableInputException {
    return reading(engagement::read);
  }

  /// Who changed what, oldest first.
  ///
  /// @throws UnreadableInputException when the file is damaged or can no longer be read
  public List<JournalEntry> journal() throws UnreadableInputException {
    return reading(journal::entries);
  }

  /// The first place where somebody changed the journal or took something out, empty when it holds
  /// together.
  ///
  /// @throws UnreadableInputException when the file is damaged or can no longer be read
  public Optional<JournalBreak> verifyJournal() throws UnreadableInputException {
    return reading(journal::verify);
  }

  /// Reads the whole file and gives what is wrong with it, at most a few dozen lines; empty when it
  /// is sound.
  ///
  /// @throws UnreadableInputException when it is too damaged to tell
  public List<String> integrityCheck() throws UnreadableInputException {
    return reading(
        () -> {
          List<String> problems =
              new ArrayList<>(
                  database.list("database/integrity", row -> row.text("integrity_check")));
          problems.remove("ok");
          database
              .first("database/foreign_keys", row -> row.text("table"))
              .ifPresent(table -> problems.add("rows of " + table + " refer to nothing"));
          return problems;
        });
  }

  private synchronized <T> T reading(Database.Work<T> work) throws UnreadableInputException {
    checkOpen();
    try {
      return work.run();
    } catch (SQLException e) {
      throw Faults.unreadable(file, e);
    } catch (DamagedException e) {
      throw Faults.unreadable(file, e);
    }
  }

  /// Acts as a disk with room for so many pages and no more, for tests.
  void limitPages(int pages) throws SQLException {
    database.pragma("max_page_count = " + pages);
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException(file + " is closed");
    }
  }

  /// Brings the log into the file, so that the one file is complete when somebody copies it.
  private void checkpoint() {
    try {
      database.first("database/checkpoint", row -> row.number("busy"));
    } catch (SQLException e) {
      // Nothing is lost: what is in the log is read from there and moved next time.
      LOG.warn("The log of {} stays beside it for now", file, e);
    }
  }

  /// Closes the file. It is complete then and has no `-wal` or `-shm` file beside it, unless
  /// another program has it open.
  @Override
  public synchronized void close() {
    if (!closed) {
      checkpoint();
      closed = true;
      close(file, database);
    }
  }

  private static void close(Path file, Database database) {
    try {
      database.close();
    } catch (SQLException e) {
      LOG.warn("{} was not closed cleanly", file, e);
    }
  }
}
