package org.safeguard.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.SourceFile;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Writes a bundle whose objects come one by one, in memory that does not grow with them. Safe for
/// several threads; each [TypeSpool] is for one. Equal objects give equal bytes, in whatever order
/// the types were written and the objects came.
public final class BundleSpool implements AutoCloseable {

  private final Path out;
  private final SpoolFolder folder;
  private final Packer log;
  private final Map<String, List<Packed>> entries = new HashMap<>();
  private final Map<ResourceType, Integer> counts = new HashMap<>();
  private @Nullable IOException logFailure;
  private int open;

  private BundleSpool(Path out, SpoolFolder folder) throws IOException {
    this.out = out;
    this.folder = folder;
    this.log = folder.entry();
  }

  /// Starts a bundle in a temporary folder beside `out`. Closing removes the folder.
  public static BundleSpool beside(Path out) throws IOException {
    SpoolFolder folder = SpoolFolder.beside(out);
    return new BundleSpool(out, folder);
  }

  /// Where objects of one type go; the caller closes it before [#finish]. A type may have several.
  public synchronized TypeSpool type(String apiVersion, String kind) throws IOException {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    ResourceType type = new ResourceType(group, kind);
    String path = EntryPath.of(apiVersion, kind);
    open++;
    return new TypeSpool(type, folder, packed -> closed(type, path, packed));
  }

  private synchronized void closed(ResourceType type, String path, List<Packed> packed) {
    open--;
    packed.forEach(part -> keep(type, path, part));
  }

  private void keep(ResourceType type, String path, Packed part) {
    entries.computeIfAbsent(path, p -> new ArrayList<>()).add(part);
    counts.merge(type, part.lines(), Integer::sum);
  }

  /// Appends a request to the log, in the order of the calls. Where that fails, [#finish] fails.
  public synchronized void request(CaptureRequest request) {
    try {
      log(RecordText.line(request));
    } catch (IOException e) {
      logFailure = e;
    }
  }

  /// Appends an imported file to the log.
  synchronized void file(SourceFile file) throws IOException {
    log(RecordText.line(file));
  }

  private void log(byte[] line) throws IOException {
    log.line(line, 0, line.length);
  }

  /// Takes objects and the log over from a bundle that was broken off. [Bundle#record] tells its
  /// lists and redactions, which the header of the new one should repeat.
  ///
  /// @param wanted which types to take over
  /// @return the types taken over
  /// @throws UnreadableInputException when it is no bundle, damaged or changed
  public Set<ResourceType> adopt(Path partialBundle, Predicate<TypeCoverage> wanted)
      throws UnreadableInputException, IOException {
    BundleManifest manifest = Bundle.verify(partialBundle, Progress.NONE);
    Set<ResourceType> taken = new TreeSet<>();
    manifest.coverage().stream().filter(wanted).forEach(type -> taken.add(type.type()));
    BundleWalk.walk(partialBundle, Progress.NONE, (name, in) -> adopt(name, in, taken));
    return taken;
  }

  private synchronized boolean adopt(String name, InputStream in, Set<ResourceType> taken)
      throws IOException {
    if (name.equals(BundleManifest.LOG)) {
      LineCopy.copy(in, log);
      return true;
    }
    for (ResourceType type : taken) {
      if (EntryPath.mayHold(name, type)) {
        try (Packer packer = folder.entry()) {
          LineCopy.copy(in, packer);
          keep(type, name, packer.finish());
        }
        return true;
      }
    }
    return true;
  }

  /// Writes the bundle. It appears whole, by rename, or what was there before stays.
  public synchronized BundleManifest finish(BundleHeader header) throws IOException {
    if (open > 0) {
      throw new IllegalStateException(open + " spools are still open");
    }
    if (logFailure != null) {
      throw logFailure;
    }
    SortedMap<String, Packed> ready = ready(header);
    BundleManifest manifest = manifest(header, ready);
    Path zip = folder.file();
    ZipAssembly.write(zip, BundleManifestText.write(manifest), ready);
    try {
      Files.move(zip, out, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(zip, out, StandardCopyOption.REPLACE_EXISTING);
    }
    return manifest;
  }

  private SortedMap<String, Packed> ready(BundleHeader header) throws IOException {
    SortedMap<String, Packed> ready = new TreeMap<>();
    for (Map.Entry<String, List<Packed>> entry : entries.entrySet()) {
      List<Packed> parts = entry.getValue();
      ready.put(
          entry.getKey(), parts.size() == 1 ? parts.getFirst() : new LineSort(folder).sort(parts));
    }
    ready.put(BundleManifest.LOG, log.finish());
    try (Packer redactions = folder.entry()) {
      redactions.write(RecordText.redactions(header.redactions().stream().sorted().toList()));
      ready.put(BundleManifest.REDACTIONS, redactions.finish());
    }
    return ready;
  }

  private BundleManifest manifest(BundleHeader header, SortedMap<String, Packed> ready) {
    List<BundleManifest.Entry> hashes = new ArrayList<>();
    ready.forEach(
        (path, packed) -> {
          int objects = entries.containsKey(path) ? packed.lines() : 0;
          hashes.add(new BundleManifest.Entry(path, packed.bytes(), packed.sha256(), objects));
        });
    return new BundleManifest(
        BundleManifest.VERSION,
        header.cluster(),
        header.capturedAt(),
        header.kubernetesVersion(),
        header.toolVersion(),
        hashes,
        header.coverage().stream()
            .map(this::counted)
            .sorted(Comparator.comparing(TypeCoverage::type))
            .toList(),
        header.lists().stream()
            .sorted(
                Comparator.comparing(CapturedList::type)
                    .thenComparing(CapturedList::path)
                    .thenComparing(CapturedList::resourceVersion))
            .toList());
  }

  private TypeCoverage counted(TypeCoverage type) {
    int count = counts.getOrDefault(type.type(), type.count());
    return new TypeCoverage(type.type(), type.state(), count, type.cause());
  }

  @Override
  public void close() throws IOException {
    try {
      log.close();
    } finally {
      folder.delete();
    }
  }
}
