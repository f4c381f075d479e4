package org.safeguard.engagement;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.CaptureRecord;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.ResourceType;

/// How snapshots were captured, and what was taken out of them.
final class CaptureStore {

  private final Database database;

  CaptureStore(Database database) {
    this.database = database;
  }

  /// Adds what is stored to a hash. A snapshot that says nothing keeps the hash that it had before
  /// there was anything to say.
  static void hash(CaptureRecord record, Sha256 hash) {
    if (record.equals(CaptureRecord.NONE)) {
      return;
    }
    hash.add("capture").add(record.lists().size());
    for (CapturedList list : record.lists()) {
      hash.add(list.type().group()).add(list.type().kind()).add(list.path());
      hash.add(list.resourceVersion()).add(text(list.startedAt())).add(text(list.endedAt()));
      hash.add(list.pages()).add(list.objects()).add(list.status()).add(flag(list.consistent()));
    }
    hash.add(record.requests().size());
    for (CaptureRequest request : record.requests()) {
      hash.add(request.at().toString()).add(request.method()).add(request.path());
      hash.add(request.status()).add(request.bytes());
    }
    hash.add(record.redactions().size());
    for (Redaction redaction : record.redactions()) {
      hash.add(redaction.type().group()).add(redaction.type().kind()).add(redaction.path());
      hash.add(redaction.reason()).add(flag(redaction.kept())).add(redaction.count());
    }
  }

  void save(long snapshot, CaptureRecord record) throws SQLException {
    insertLists(snapshot, record.lists());
    insertRequests(snapshot, record.requests());
    insertRedactions(snapshot, record.redactions());
  }

  private void insertLists(long snapshot, List<CapturedList> lists) throws SQLException {
    try (Batch rows = database.batch("captures/insert_list")) {
      for (int i = 0; i < lists.size(); i++) {
        CapturedList list = lists.get(i);
        rows.add(
            snapshot,
            i,
            list.type().group(),
            list.type().kind(),
            list.path(),
            list.resourceVersion(),
            text(list.startedAt()),
            text(list.endedAt()),
            list.pages(),
            list.objects(),
            list.status(),
            flag(list.consistent()));
      }
      rows.flush();
    }
  }

  private void insertRequests(long snapshot, List<CaptureRequest> requests) throws SQLException {
    try (Batch rows = database.batch("captures/insert_request")) {
      for (int i = 0; i < requests.size(); i++) {
        CaptureRequest request = requests.get(i);
        rows.add(
            snapshot,
            i,
            request.at().toString(),
            request.method(),
            request.path(),
            request.status(),
            request.bytes());
      }
      rows.flush();
    }
  }

  private void insertRedactions(long snapshot, List<Redaction> redactions) throws SQLException {
    try (Batch rows = database.batch("captures/insert_redaction")) {
      for (int i = 0; i < redactions.size(); i++) {
        Redaction redaction = redactions.get(i);
        rows.add(
            snapshot,
            i,
            redaction.type().group(),
            redaction.type().kind(),
            redaction.path(),
            redaction.reason(),
            flag(redaction.kept()),
            redaction.count());
      }
      rows.flush();
    }
  }

  CaptureRecord read(long snapshot) throws SQLException {
    return new CaptureRecord(
        database.list("captures/lists", CaptureStore::list, snapshot),
        database.list("captures/requests", CaptureStore::request, snapshot),
        database.list("captures/redactions", CaptureStore::redaction, snapshot));
  }

  private static CapturedList list(Row row) throws SQLException {
    return new CapturedList(
        type(row),
        row.text("path"),
        row.text("resource_version"),
        row.instantOrNull("started_at"),
        row.instantOrNull("ended_at"),
        row.count("pages"),
        row.count("objects"),
        row.count("status"),
        row.flag("consistent"));
  }

  private static CaptureRequest request(Row row) throws SQLException {
    return new CaptureRequest(
        row.instant("at"),
        row.text("method"),
        row.text("path"),
        row.count("status"),
        row.number("bytes"));
  }

  private static Redaction redaction(Row row) throws SQLException {
    return new Redaction(
        type(row), row.text("path"), row.text("reason"), row.flag("kept"), row.number("count"));
  }

  private static ResourceType type(Row row) throws SQLException {
    return new ResourceType(row.text("api_group"), row.text("kind"));
  }

  private static int flag(boolean value) {
    return value ? 1 : 0;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
