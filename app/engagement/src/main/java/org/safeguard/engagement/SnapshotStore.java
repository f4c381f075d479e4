package org.safeguard.engagement;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.SourceFile;
import org.safeguard.model.snapshot.TypeCoverage;

/// Snapshots, each stored once however many runs look at it.
final class SnapshotStore {

  private final Database database;
  private final ObjectStore objects;
  private final CaptureStore captures;

  SnapshotStore(Database database) {
    this.database = database;
    this.objects = new ObjectStore(database);
    this.captures = new CaptureStore(database);
  }

  /// Keeps a snapshot and gives its id.
  long save(Snapshot snapshot, ExecutorService threads, Progress progress) throws SQLException {
    List<ObjectStore.Kept> kept = objects.save(snapshot.resources(), threads, progress);
    byte[] sha256 = sha256(snapshot, kept);
    Optional<Long> known = database.first("snapshots/by_hash", row -> row.number("id"), sha256);
    return known.isPresent() ? known.get() : insert(snapshot, sha256, kept);
  }

  /// Over everything stored of it, so that equal means equal in every part.
  private static byte[] sha256(Snapshot snapshot, List<ObjectStore.Kept> kept) {
    Sha256 hash =
        new Sha256()
            .add(snapshot.id())
            .add(snapshot.source())
            .add(snapshot.format())
            .add(snapshot.cluster())
            .add(text(snapshot.capturedAt()))
            .add(snapshot.kubernetesVersion());
    hash.add(snapshot.files().size());
    snapshot.files().forEach(file -> hash.add(file.file()).add(file.bytes()).add(file.sha256()));
    hash.add(kept.size());
    for (int i = 0; i < kept.size(); i++) {
      Resource resource = snapshot.resources().get(i);
      hash.add(resource.apiVersion()).add(resource.kind()).add(resource.namespace());
      hash.add(resource.name()).add(resource.uid()).add(resource.resourceVersion());
      hash.add(resource.file()).add(kept.get(i).sha256());
    }
    hash.add(snapshot.coverage().size());
    for (TypeCoverage coverage : snapshot.coverage()) {
      hash.add(coverage.type().group()).add(coverage.type().kind());
      hash.add(coverage.state().name()).add(coverage.count()).add(coverage.cause());
    }
    for (Skipped skipped : snapshot.skipped()) {
      hash.add(skipped.file()).add(skipped.line());
      hash.add(skipped.kind().name()).add(skipped.reason());
    }
    CaptureStore.hash(snapshot.record(), hash);
    return hash.bytes();
  }

  private long insert(Snapshot snapshot, byte[] sha256, List<ObjectStore.Kept> kept)
      throws SQLException {
    long id =
        database.insert(
            "snapshots/insert",
            sha256,
            snapshot.id(),
            snapshot.source(),
            snapshot.format(),
            snapshot.cluster(),
            text(snapshot.capturedAt()),
            snapshot.kubernetesVersion());
    insertFiles(id, snapshot.files());
    insertObjects(id, snapshot.resources(), kept);
    insertCoverage(id, snapshot.coverage());
    insertSkipped(id, snapshot.skipped());
    captures.save(id, snapshot.record());
    return id;
  }

  private void insertFiles(long id, List<SourceFile> files) throws SQLException {
    try (Batch rows = database.batch("snapshots/insert_file")) {
      for (int i = 0; i < files.size(); i++) {
        SourceFile file = files.get(i);
        rows.add(id, i, file.file(), file.bytes(), file.sha256());
      }
      rows.flush();
    }
  }

  private void insertObjects(long id, List<Resource> resources, List<ObjectStore.Kept> kept)
      throws SQLException {
    try (Batch rows = database.batch("snapshots/insert_object")) {
      for (int i = 0; i < resources.size(); i++) {
        Resource object = resources.get(i);
        rows.add(
            id,
            i,
            object.apiVersion(),
            object.kind(),
            object.namespace(),
            object.name(),
            object.uid(),
            object.resourceVersion(),
            object.file(),
            kept.get(i).id());
      }
      rows.flush();
    }
  }

  private void insertCoverage(long id, List<TypeCoverage> coverage) throws SQLException {
    try (Batch rows = database.batch("snapshots/insert_coverage")) {
      for (int i = 0; i < coverage.size(); i++) {
        TypeCoverage of = coverage.get(i);
        ResourceType type = of.type();
        rows.add(id, i, type.group(), type.kind(), of.state().name(), of.count(), of.cause());
      }
      rows.flush();
    }
  }

  private void insertSkipped(long id, List<Skipped> skipped) throws SQLException {
    try (Batch rows = database.batch("snapshots/insert_skipped")) {
      for (int i = 0; i < skipped.size(); i++) {
        Skipped part = skipped.get(i);
        rows.add(id, i, part.file(), part.line(), part.kind().name(), part.reason());
      }
      rows.flush();
    }
  }

  /// The snapshots of a run, without their objects.
  List<Snapshot> ofRun(long run) throws SQLException {
    return database.list("snapshots/of_run", row -> snapshot(row, List.of()), run);
  }

  /// The snapshots of a run with their objects.
  List<Snapshot> wholeOfRun(long run, Progress progress) throws SQLException {
    return database.list(
        "snapshots/of_run", row -> snapshot(row, objects.all(row.number("id"), progress)), run);
  }

  private Snapshot snapshot(Row row, List<Resource> resources) throws SQLException {
    long id = row.number("id");
    return new Snapshot(
        row.text("snapshot_id"),
        row.text("source"),
        row.text("format"),
        row.text("cluster"),
        row.instantOrNull("captured_at"),
        row.textOrNull("kubernetes_version"),
        database.list("snapshots/files", SnapshotStore::file, id),
        resources,
        database.list("snapshots/coverage", SnapshotStore::coverage, id),
        database.list("snapshots/skipped", SnapshotStore::skipped, id),
        captures.read(id));
  }

  private static SourceFile file(Row row) throws SQLException {
    return new SourceFile(row.text("file"), row.number("bytes"), row.text("sha256"));
  }

  private static TypeCoverage coverage(Row row) throws SQLException {
    return new TypeCoverage(
        new ResourceType(row.text("api_group"), row.text("kind")),
        row.oneOf(Coverage.class, "state"),
        row.count("count"),
        row.text("cause"));
  }

  private static Skipped skipped(Row row) throws SQLException {
    return new Skipped(
        row.text("file"),
        row.count("line"),
        row.oneOf(Skipped.Kind.class, "kind"),
        row.text("reason"));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
