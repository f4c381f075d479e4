package org.safeguard.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.JsonText;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.ObjectNode;

/// Takes the objects of one type, for one thread. Hashes and deflates them as they come; only when
/// they come out of order does closing sort them.
public final class TypeSpool implements AutoCloseable {

  private final ResourceType type;
  private final SpoolFolder folder;
  private final Consumer<List<Packed>> whenClosed;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 14);
  private @Nullable Packer packer;
  private @Nullable LineKey last;
  private boolean ordered = true;
  private boolean closed;
  private int count;

  TypeSpool(ResourceType type, SpoolFolder folder, Consumer<List<Packed>> whenClosed) {
    this.type = type;
    this.folder = folder;
    this.whenClosed = whenClosed;
  }

  /// Adds one object, from which everything secret was taken out.
  public void add(ObjectNode cleaned) throws IOException {
    if (closed) {
      throw new IllegalStateException("the spool of " + type + " is closed");
    }
    LineKey key = LineKey.of(cleaned, type);
    ordered &= last == null || LineKey.OBJECT.compare(last, key) < 0;
    last = key;
    line.reset();
    JsonText.write(cleaned, line, true);
    line.write('\n');
    if (packer == null) {
      packer = folder.entry();
    }
    packer.line(line.toByteArray(), 0, line.size());
    count++;
  }

  /// Starts over, for a list whose continuation the server no longer knows.
  public void clear() throws IOException {
    if (packer != null) {
      packer.close();
      Files.deleteIfExists(packer.file());
    }
    packer = null;
    last = null;
    ordered = true;
    count = 0;
  }

  /// The objects added since the start, copies included.
  public int count() {
    return count;
  }

  /// Makes the objects a part of the bundle; a second call does nothing.
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    whenClosed.accept(packed());
  }

  private List<Packed> packed() throws IOException {
    if (packer == null) {
      return List.of();
    }
    Packed packed = packer.finish();
    return List.of(ordered ? packed : new LineSort(folder).sort(List.of(packed)));
  }
}
