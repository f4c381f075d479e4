package org.safeguard.engagement;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.verdict.ObjectReference;

/// The contents of objects, each stored once. Neighbours are compressed together, because objects
/// of one kind resemble each other: a cluster takes a fifth of what it takes one by one.
final class ObjectStore {

  private static final int OBJECTS = 256;
  private static final int CHUNK_BYTES = 1 << 20;

  /// The sorted JSON of an object.
  private record Content(ByteBuffer sha256, byte[] json) {}

  private record Chunk(long id, Deflated bytes) {}

  /// What a snapshot needs to know of its object.
  ///
  /// @param id in the table
  /// @param sha256 of its content
  record Kept(long id, byte[] sha256) {}

  private final Database database;

  ObjectStore(Database database) {
    this.database = database;
  }

  /// Keeps the contents of `resources`; the answer is in their order.
  List<Kept> save(List<Resource> resources, ExecutorService threads, Progress progress)
      throws SQLException {
    try (Batch chunks = database.batch("objects/insert_chunk");
        Batch objects = database.batch("objects/insert_object")) {
      Saving saving = new Saving(threads, chunks, objects);
      for (int from = 0; from < resources.size(); from += OBJECTS) {
        progress.checkCancelled();
        progress.report("Saving objects", (double) from / resources.size());
        List<Resource> some = resources.subList(from, Math.min(resources.size(), from + OBJECTS));
        saving.contents.submit(() -> contents(some));
      }
      saving.finish();
      return saving.kept;
    }
  }

  private static List<Content> contents(List<Resource> resources) {
    List<Content> contents = new ArrayList<>(resources.size());
    for (Resource resource : resources) {
      byte[] json = ObjectJson.of(resource.body());
      contents.add(new Content(ByteBuffer.wrap(Sha256.of(json)), json));
    }
    return contents;
  }

  /// The stored object of `run` that `reference` means.
  Optional<StoredObject> read(long run, ObjectReference reference) throws SQLException {
    return database.first(
        "objects/read",
        ObjectStore::object,
        run,
        reference.kind(),
        reference.name(),
        reference.namespace(),
        reference.uid(),
        reference.apiVersion());
  }

  /// All objects of a snapshot in the order of reading.
  List<Resource> all(long snapshot, Progress progress) throws SQLException {
    Reading reading = new Reading();
    List<Placed> placed = database.list("snapshots/objects", reading::object, snapshot);
    progress.checkCancelled();
    return placed.stream()
        .sorted(Comparator.comparingLong(Placed::position))
        .map(Placed::resource)
        .toList();
  }

  private static StoredObject object(Row row) throws SQLException {
    byte[] chunk = new Deflated(row.count("inflated"), row.bytes("body")).inflated();
    return new StoredObject(row.text("file"), body(row, chunk));
  }

  private static ObjectNode body(Row row, byte[] chunk) throws SQLException {
    int offset = row.count("offset");
    int length = row.count("length");
    if (offset > chunk.length || length > chunk.length - offset) {
      throw new DamagedException("an object outside its chunk");
    }
    return ObjectJson.read(chunk, offset, length);
  }

  private record Placed(long position, Resource resource) {}

  /// One reading: the chunk that was inflated last serves the objects that follow.
  private final class Reading {

    private long chunk;
    private byte[] bytes = new byte[0];

    Placed object(Row row) throws SQLException {
      long needed = row.number("chunk");
      if (needed != chunk) {
        bytes =
            database
                .first("objects/chunk", Reading::inflated, needed)
                .orElseThrow(() -> new DamagedException("no chunk " + needed));
        chunk = needed;
      }
      return new Placed(
          row.number("position"),
          new Resource(
              row.text("api_version"),
              row.text("kind"),
              row.text("namespace"),
              row.text("name"),
              row.textOrNull("uid"),
              row.textOrNull("resource_version"),
              row.text("file"),
              body(row, bytes)));
    }

    private static byte[] inflated(Row row) throws SQLException {
      return new Deflated(row.count("length"), row.bytes("body")).inflated();
    }
  }

  /// One save: contents arrive in order, new ones fill chunks, full chunks are compressed.
  private final class Saving {

    private final InOrder<List<Content>> contents;
    private final InOrder<Chunk> chunks;
    private final ExecutorService threads;
    private final Batch chunkRows;
    private final Batch objectRows;
    private final List<Kept> kept = new ArrayList<>();
    private final Map<ByteBuffer, Kept> fresh = new HashMap<>();
    private final boolean empty;
    private List<byte[]> open = new ArrayList<>();
    private int openBytes;
    private long lastObject;
    private long lastChunk;

    Saving(ExecutorService threads, Batch chunkRows, Batch objectRows) throws SQLException {
      this.threads = threads;
      this.chunkRows = chunkRows;
      this.objectRows = objectRows;
      contents = new InOrder<>(threads, this::take);
      chunks = new InOrder<>(threads, this::write);
      lastObject = last("object");
      lastChunk = last("chunk");
      empty = lastObject == 0;
    }

    private long last(String column) throws SQLException {
      return database.first("objects/last", row -> row.number(column)).orElse(0L);
    }

    void finish() throws SQLException {
      contents.finish();
      closeChunk();
      chunks.finish();
      chunkRows.flush();
      objectRows.flush();
    }

    private void take(List<Content> some) throws SQLException {
      for (Content content : some) {
        kept.add(keep(content));
      }
      closeChunk();
    }

    private Kept keep(Content content) throws SQLException {
      Kept known = fresh.get(content.sha256());
      if (known == null) {
        known = stored(content).orElse(null);
      }
      return known == null ? add(content) : known;
    }

    private Optional<Kept> stored(Content content) throws SQLException {
      byte[] sha256 = content.sha256().array();
      return empty
          ? Optional.empty()
          : database.first("objects/by_hash", row -> new Kept(row.number("id"), sha256), sha256);
    }

    private Kept add(Content content) throws SQLException {
      byte[] sha256 = content.sha256().array();
      Kept added = new Kept(++lastObject, sha256);
      fresh.put(content.sha256(), added);
      objectRows.add(added.id(), sha256, lastChunk + 1, openBytes, content.json().length);
      open.add(content.json());
      openBytes += content.json().length;
      if (openBytes >= CHUNK_BYTES) {
        closeChunk();
      }
      return added;
    }

    private void closeChunk() throws SQLException {
      if (!open.isEmpty()) {
        List<byte[]> full = open;
        long id = ++lastChunk;
        open = new ArrayList<>();
        openBytes = 0;
        chunks.submit(() -> new Chunk(id, Deflated.of(full)));
      }
    }

    private void write(Chunk chunk) throws SQLException {
      chunkRows.add(chunk.id(), chunk.bytes().length(), chunk.bytes().body());
    }
  }
}
