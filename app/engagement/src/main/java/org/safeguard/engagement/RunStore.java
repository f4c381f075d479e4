package org.safeguard.engagement;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.Level;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// Runs: the assessments of an engagement, each written once and never changed.
final class RunStore {

  private static final List<Status> STATUSES = List.of(Status.values());
  private static final List<Level> LEVELS = List.of(Level.values());

  private final Database database;
  private final Journal journal;
  private final SnapshotStore snapshots;
  private final VerdictStore verdicts;
  private final AssetStore assets;
  private final JudgementStore judgements;
  private final RiskStore risks;

  RunStore(Database database, Journal journal) {
    this.database = database;
    this.journal = journal;
    this.snapshots = new SnapshotStore(database);
    this.verdicts = new VerdictStore(database);
    this.assets = new AssetStore(database);
    this.judgements = new JudgementStore(database);
    this.risks = new RiskStore(database);
  }

  /// Writes a run; the caller makes it one transaction.
  void save(Assessment assessment, ExecutorService threads, Progress progress) throws SQLException {
    Progress objects = progress.part(0, 0.6);
    List<Long> snapshotIds = new ArrayList<>();
    for (Snapshot snapshot : assessment.snapshots()) {
      snapshotIds.add(snapshots.save(snapshot, threads, objects));
    }
    long run = insert(assessment);
    link("runs/insert_snapshot", run, snapshotIds);
    Catalogue catalogue = new Catalogue(database);
    List<Long> packIds = new ArrayList<>();
    for (Pack pack : assessment.packs()) {
      packIds.add(catalogue.save(pack));
    }
    link("runs/insert_pack", run, packIds);
    References references = References.of(assessment);
    references.save(database, run);
    assets.save(run, assessment.assets(), references);
    verdicts.save(
        run, assessment.verdicts(), references, catalogue, threads, progress.part(0.6, 0.95));
    judgements.saveSafeguards(run, assessment.safeguards(), catalogue);
    judgements.saveCitations(run, assessment.citations(), catalogue);
    risks.save(run, assessment.risks());
  }

  private long insert(Assessment assessment) throws SQLException {
    Map<Status, Integer> statuses =
        counts(STATUSES, assessment.verdicts().stream().map(Verdict::status).toList());
    Map<Level, Integer> levels =
        counts(LEVELS, assessment.risks().stream().map(Risk::level).toList());
    String source =
        assessment.snapshots().stream().map(Snapshot::source).collect(Collectors.joining(", "));
    List<Object> values = new ArrayList<>();
    values.add(journal.add("assessed", null, entry(assessment, source, statuses, levels)));
    values.add(assessment.id());
    values.add(assessment.toolVersion());
    values.add(assessment.assessedAt().toString());
    values.add(source);
    values.add(RecordJson.of(assessment.scope()));
    STATUSES.forEach(status -> values.add(statuses.getOrDefault(status, 0)));
    LEVELS.forEach(level -> values.add(levels.getOrDefault(level, 0)));
    return database.insert("runs/insert", values.toArray());
  }

  private static <E extends Enum<E>> Map<E, Integer> counts(
      List<E> constants, Collection<E> occurrences) {
    Map<E, Integer> counts = new LinkedHashMap<>();
    constants.forEach(constant -> counts.put(constant, 0));
    occurrences.forEach(constant -> counts.merge(constant, 1, Integer::sum));
    return counts;
  }

  private static String entry(
      Assessment assessment,
      String source,
      Map<Status, Integer> statuses,
      Map<Level, Integer> levels) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("assessment", assessment.id());
    entry.put("assessedAt", assessment.assessedAt().toString());
    entry.put("toolVersion", assessment.toolVersion());
    entry.put("source", source);
    entry.put("snapshots", assessment.snapshots().stream().map(Snapshot::id).toList());
    entry.put(
        "packs",
        assessment.packs().stream()
            .map(pack -> pack.id() + " " + pack.version() + " " + pack.sha256())
            .toList());
    entry.put("verdicts", statuses);
    entry.put("risks", levels);
    return RecordJson.of(entry);
  }

  private void link(String statement, long run, List<Long> ids) throws SQLException {
    try (Batch rows = database.batch(statement)) {
      for (int i = 0; i < ids.size(); i++) {
        rows.add(run, i, ids.get(i));
      }
      rows.flush();
    }
  }

  List<RunSummary> all() throws SQLException {
    return database.list("runs/all", RunStore::summary);
  }

  private static RunSummary summary(Row row) throws SQLException {
    Map<Status, Integer> statuses = new EnumMap<>(Status.class);
    for (Status status : STATUSES) {
      statuses.put(status, row.count(column(status)));
    }
    Map<Level, Integer> levels = new EnumMap<>(Level.class);
    for (Level level : LEVELS) {
      levels.put(level, row.count(column(level)));
    }
    return new RunSummary(
        row.number("id"),
        row.text("assessment_id"),
        row.instant("assessed_at"),
        row.text("source"),
        RecordJson.texts(row.text("clusters")).stream().sorted().toList(),
        latest(RecordJson.texts(row.text("captured"))),
        statuses,
        levels);
  }

  private static @Nullable Instant latest(List<String> instants) {
    return instants.stream()
        .map(text -> Row.instant("captured_at", text))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static String column(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /// A run as it was saved, its snapshots without objects; empty when there is no such run.
  Optional<Assessment> read(long run) throws SQLException {
    return database.first("runs/one", this::assessment, run);
  }

  /// The snapshots of a run with their objects; none when there is no such run.
  List<Snapshot> snapshots(long run, Progress progress) throws SQLException {
    return snapshots.wholeOfRun(run, progress);
  }

  Optional<StoredObject> object(long run, ObjectReference reference) throws SQLException {
    return new ObjectStore(database).read(run, reference);
  }

  private Assessment assessment(Row row) throws SQLException {
    long run = row.number("id");
    Catalogue catalogue = new Catalogue(database);
    List<ObjectReference> references = References.read(database, run);
    return new Assessment(
        row.text("assessment_id"),
        row.text("tool_version"),
        row.instant("assessed_at"),
        RecordJson.read(Scope.class, row.text("scope")),
        catalogue.packsOfRun(run),
        snapshots.ofRun(run),
        assets.ofRun(run, references),
        verdicts.ofRun(run, references, catalogue),
        judgements.safeguards(run, catalogue),
        judgements.citations(run, catalogue),
        risks.ofRun(run));
  }
}
