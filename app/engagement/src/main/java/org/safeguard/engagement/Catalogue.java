package org.safeguard.engagement;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.rule.Citation;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Question;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Safeguard;

/// Packs as they were when used, and what they consist of. An entry that a new pack version leaves
/// as it was is stored once.
///
/// One instance serves one save or one reading: it remembers the entries it has seen.
final class Catalogue {

  private enum Kind {
    RULE,
    SAFEGUARD,
    CITATION,
    QUESTION
  }

  private final Database database;
  private final Map<Object, Long> saved = new IdentityHashMap<>();
  private final Map<Long, Object> read = new HashMap<>();

  Catalogue(Database database) {
    this.database = database;
  }

  long save(Rule rule) throws SQLException {
    return save(Kind.RULE, rule.id(), rule);
  }

  long save(Safeguard safeguard) throws SQLException {
    return save(Kind.SAFEGUARD, safeguard.id(), safeguard);
  }

  long save(Citation citation) throws SQLException {
    return save(Kind.CITATION, citation.id(), citation);
  }

  private long save(Kind kind, String code, Object entry) throws SQLException {
    Long known = saved.get(entry);
    if (known != null) {
      return known;
    }
    String content = RecordJson.of(entry);
    byte[] sha256 = new Sha256().add(kind.name()).add(content).bytes();
    Optional<Long> stored =
        database.first("catalogue/entry_by_hash", row -> row.number("id"), sha256);
    long id =
        stored.isPresent()
            ? stored.get()
            : database.insert("catalogue/insert_entry", sha256, kind.name(), code, content);
    saved.put(entry, id);
    return id;
  }

  /// Keeps a pack with all its entries and gives its id.
  long save(Pack pack) throws SQLException {
    List<Long> entries = new ArrayList<>();
    for (Citation citation : pack.citations()) {
      entries.add(save(citation));
    }
    for (Safeguard safeguard : pack.safeguards()) {
      entries.add(save(safeguard));
    }
    for (Question question : pack.questions()) {
      entries.add(save(Kind.QUESTION, question.id(), question));
    }
    for (Rule rule : pack.rules()) {
      entries.add(save(rule));
    }
    byte[] sha256 = sha256(pack, entries);
    Optional<Long> known =
        database.first("catalogue/pack_by_hash", row -> row.number("id"), sha256);
    return known.isPresent() ? known.get() : insert(pack, sha256, entries);
  }

  /// Entries never change, so within one file their ids stand for their content.
  private static byte[] sha256(Pack pack, List<Long> entries) {
    ByteBuffer ids = ByteBuffer.allocate(entries.size() * Long.BYTES);
    entries.forEach(ids::putLong);
    return new Sha256()
        .add(pack.id())
        .add(pack.version())
        .add(pack.title())
        .add(pack.description())
        .add(pack.sha256())
        .add(ids.array())
        .bytes();
  }

  private long insert(Pack pack, byte[] sha256, List<Long> entries) throws SQLException {
    long id =
        database.insert(
            "catalogue/insert_pack",
            sha256,
            pack.id(),
            pack.version(),
            pack.title(),
            pack.description(),
            pack.sha256());
    try (Batch rows = database.batch("catalogue/insert_pack_entry")) {
      for (int i = 0; i < entries.size(); i++) {
        rows.add(id, i, entries.get(i));
      }
      rows.flush();
    }
    return id;
  }

  List<Pack> packsOfRun(long run) throws SQLException {
    return database.list("catalogue/packs_of_run", this::pack, run);
  }

  private Pack pack(Row row) throws SQLException {
    List<Object> entries =
        entries(
            database.list(
                "catalogue/entries_of_pack", entry -> entry.number("entry"), row.number("id")));
    return new Pack(
        row.text("pack_id"),
        row.text("version"),
        row.text("title"),
        row.text("description"),
        row.text("pack_sha256"),
        only(Citation.class, entries),
        only(Safeguard.class, entries),
        only(Question.class, entries),
        only(Rule.class, entries));
  }

  private List<Object> entries(List<Long> ids) throws SQLException {
    List<Object> entries = new ArrayList<>(ids.size());
    for (long id : ids) {
      entries.add(entry(id));
    }
    return entries;
  }

  private static <T> List<T> only(Class<T> type, List<Object> entries) {
    return entries.stream().filter(type::isInstance).map(type::cast).toList();
  }

  Rule rule(long id) throws SQLException {
    return entry(Rule.class, id);
  }

  Safeguard safeguard(long id) throws SQLException {
    return entry(Safeguard.class, id);
  }

  Citation citation(long id) throws SQLException {
    return entry(Citation.class, id);
  }

  private <T> T entry(Class<T> type, long id) throws SQLException {
    Object entry = entry(id);
    if (!type.isInstance(entry)) {
      throw new DamagedException("an entry that is no " + type.getSimpleName());
    }
    return type.cast(entry);
  }

  private Object entry(long id) throws SQLException {
    Object known = read.get(id);
    if (known == null) {
      known =
          database
              .first("catalogue/entry", Catalogue::content, id)
              .orElseThrow(() -> new DamagedException("no catalogue entry " + id));
      read.put(id, known);
    }
    return known;
  }

  private static Object content(Row row) throws SQLException {
    String content = row.text("content");
    return switch (row.oneOf(Kind.class, "kind")) {
      case RULE -> RecordJson.read(Rule.class, content);
      case SAFEGUARD -> RecordJson.read(Safeguard.class, content);
      case CITATION -> RecordJson.read(Citation.class, content);
      case QUESTION -> RecordJson.read(Question.class, content);
    };
  }
}
