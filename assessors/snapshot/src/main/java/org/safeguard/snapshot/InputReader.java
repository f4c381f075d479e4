package org.safeguard.snapshot;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.safeguard.bundle.AgeFile;
import org.safeguard.document.JsonDocuments;
import org.safeguard.document.Limits;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.document.YamlDocuments;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.redaction.Redactor;

/// Reads one file of whatever kind: decompresses it, walks it when it is an archive, or parses it.
final class InputReader {

  static final String TEMPLATE =
      "a Helm template: render it with `helm template` and hand in the output";

  private static final int BUFFER = 1 << 16;
  private static final int XZ_MEMORY_KIB = 100 << 10;
  private static final int LAYERS = 3;
  private static final int ARCHIVES = 3;

  /// What the API server or a tool adds, and what may hold a Secret's value.
  private static final Set<String> DROPPED_KEYS = Redactor.droppedKeys();

  private static final Set<String> OTHER_EXTENSIONS =
      Set.of("log", "txt", "html", "md", "sh", "py", "java", "go", "js", "css", "properties");
  private static final Set<String> DATA_EXTENSIONS = Set.of("yaml", "yml", "json", "jsonl");

  private final Budget budget;
  private final Pace pace;
  private final Charts charts;
  private final Redactor redactor;

  InputReader(Budget budget, Pace pace, Charts charts, Redactor redactor) {
    this.budget = budget;
    this.pace = pace;
    this.charts = charts;
    this.redactor = redactor;
  }

  /// Reads `in`, which stays open.
  ///
  /// @param name how evidence calls it
  /// @param inside whether it is one of many, so that what is no object is passed over by its name
  /// @throws RefusedException when it breaks a bound
  /// @throws IOException when it cannot be read to its end
  void read(String name, MeteredInputStream in, boolean inside, Harvest harvest)
      throws IOException {
    read(new Part(name, inside, 0, 0), in, in::count, harvest);
  }

  /// @param layers of compression taken off
  /// @param archives that it lies in, one inside the other
  record Part(String name, boolean inside, int layers, int archives) {

    Part inner() {
      return new Part(name, inside, layers + 1, archives);
    }

    /// An entry of this archive.
    Part entry(String name) {
      return new Part(name, true, 0, archives + 1);
    }
  }

  void read(Part part, InputStream in, LongSupplier raw, Harvest harvest) throws IOException {
    Optional<String> unread = part.inside() ? LeftUnread.reason(part.name()) : Optional.empty();
    if (unread.isPresent()) {
      harvest.skip(part.name(), 0, Skipped.Kind.OTHER_FILE, unread.get());
      return;
    }
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    buffered.mark(Shape.HEAD);
    byte[] head = buffered.readNBytes(Shape.HEAD);
    buffered.reset();
    if (AgeFile.isOne(head) && !part.inside()) {
      throw AgeFile.refusal();
    }
    Shape shape = Shape.of(head);
    if (part.layers() > LAYERS) {
      throw new RefusedException(
          "it is compressed more than " + LAYERS + " times over", "Decompress it and hand it in");
    }
    switch (shape) {
      case EMPTY -> harvest.skip(part.name(), 0, unreadable(part), "the file is empty");
      case GZIP -> inner(part, gzip(buffered), raw, harvest);
      case XZ -> inner(part, xz(buffered), raw, harvest);
      case ZSTD -> inner(part, new ZstdInputStream(buffered), raw, harvest);
      case ZIP, TAR -> archive(part, shape, buffered, raw, harvest);
      case TEXT -> text(part, buffered, head, harvest);
    }
  }

  private static InputStream gzip(InputStream in) throws IOException {
    return GzipCompressorInputStream.builder()
        .setInputStream(in)
        .setBufferSize(BUFFER)
        .setDecompressConcatenated(true)
        .get();
  }

  private static InputStream xz(InputStream in) throws IOException {
    return XZCompressorInputStream.builder()
        .setInputStream(in)
        .setDecompressConcatenated(true)
        .setMemoryLimitKiB(XZ_MEMORY_KIB)
        .get();
  }

  private static Skipped.Kind unreadable(Part part) {
    return part.inside() ? Skipped.Kind.OTHER_FILE : Skipped.Kind.UNREADABLE;
  }

  private void inner(Part part, InputStream in, LongSupplier raw, Harvest harvest)
      throws IOException {
    DecompressedInputStream out = new DecompressedInputStream(in, raw, budget);
    read(part.inner(), out, out::count, harvest);
  }

  private void archive(Part part, Shape shape, InputStream in, LongSupplier raw, Harvest harvest)
      throws IOException {
    if (part.archives() >= ARCHIVES) {
      harvest.skip(
          part.name(),
          0,
          Skipped.Kind.UNREADABLE,
          "it lies in " + ARCHIVES + " archives, one inside the other; deeper ones are not read");
      return;
    }
    ArchiveReader reader = new ArchiveReader(this, budget, pace);
    if (shape == Shape.ZIP) {
      reader.zip(part, in, raw, harvest);
    } else {
      reader.tar(part, in, harvest);
    }
  }

  private void text(Part part, InputStream in, byte[] head, Harvest harvest) throws IOException {
    TextStart start = TextStart.of(head);
    charts.note(part.name());
    SourceHints.noteTimestamp(part.name(), head, harvest);
    harvest.holdsClusterInfo |= Formats.isClusterInfo(part.name());
    harvest.notes.dumpOrder.note(part.name());
    Collection.noteFile(part.name(), harvest);
    if (Collection.isTable(part.name())) {
      Collection.readTable(part.name(), in, harvest);
      return;
    }
    if (MetricsText.isOne(head)) {
      metrics(part, in, start, harvest);
      return;
    }
    boolean otherName = part.inside() && OTHER_EXTENSIONS.contains(extension(part.name()));
    if (otherName || start.syntax() == TextStart.Syntax.OTHER) {
      harvest.skip(part.name(), 0, unreadable(part), "neither YAML nor JSON");
    } else if (start.syntax() == TextStart.Syntax.TEMPLATE) {
      skipTemplate(part.name(), harvest);
    } else if (EventFile.isOne(part.name(), head)) {
      harvest.skip(
          part.name(), 0, Skipped.Kind.OTHER_FILE, "events: they are history, not configuration");
    } else {
      in.skipNBytes(start.markBytes());
      Harvest own = new Harvest();
      boolean yaml = start.syntax() == TextStart.Syntax.YAML;
      boolean plain = start.charset().equals(StandardCharsets.UTF_8);
      LogFreeInputStream logFree = new LogFreeInputStream(in);
      InputStream bytes = plain ? logFree : in;
      parse(part, new StrictReader(bytes, start.charset(), start.markBytes(), yaml), start, own);
      noteLogs(part.name(), logFree.logs(), own);
      harvest.add(own);
    }
  }

  private static void noteLogs(String file, int logs, Harvest harvest) {
    if (logs > 0 || harvest.notes.dumpOrder.isWhole(file)) {
      harvest.holdsClusterInfo = true;
      harvest.notes.dumps.add(file);
    }
    if (logs > 0) {
      harvest.skip(
          file, 0, Skipped.Kind.OTHER_FILE, logs + " logs between the lists: logs are never read");
    }
  }

  private void metrics(Part part, InputStream in, TextStart start, Harvest harvest)
      throws IOException {
    in.skipNBytes(start.markBytes());
    Reader text = new StrictReader(in, start.charset(), start.markBytes(), false);
    try {
      Optional<ObjectNode> metrics = MetricsText.read(text, part.name());
      if (metrics.isPresent()) {
        new FileObjects(part.name(), harvest, pace, redactor).document(metrics.get(), false);
      } else {
        harvest.skip(
            part.name(), 0, unreadable(part), "metrics, and none of those that are evidence");
      }
    } catch (NotTextException e) {
      harvest.skip(part.name(), 0, Skipped.Kind.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  /// Says that a chart is about to be rendered, and stops when the user asks.
  void announce(String chart) {
    pace.file(chart);
  }

  /// Reads what a chart rendered to, one document of it.
  ///
  /// @param name of the template
  void rendered(String name, String document, Harvest harvest) throws IOException {
    FileObjects objects = new FileObjects(name, harvest, pace, redactor);
    try {
      YamlDocuments.read(new StringReader(document), Limits.DEFAULT, DROPPED_KEYS, objects);
      objects.finish(null);
    } catch (MalformedDocumentException e) {
      objects.finish(name + " could not be read to its end");
      harvest.skip(name, e.line(), Skipped.Kind.UNREADABLE, "it renders to no YAML: " + e.why());
    }
  }

  private void parse(Part part, StrictReader text, TextStart start, Harvest harvest)
      throws IOException {
    FileObjects objects = new FileObjects(part.name(), harvest, pace, redactor);
    try {
      if (start.syntax() == TextStart.Syntax.JSON) {
        JsonDocuments.read(text, Limits.DEFAULT, DROPPED_KEYS, objects);
      } else {
        YamlDocuments.read(text, Limits.DEFAULT, DROPPED_KEYS, objects);
      }
      finish(part, text, objects, harvest);
    } catch (MalformedDocumentException e) {
      damaged(part, text, objects, harvest, e.line(), e.why());
    } catch (NotTextException e) {
      damaged(part, text, objects, harvest, e.line(), e.getMessage());
    }
  }

  private void finish(Part part, StrictReader text, FileObjects objects, Harvest harvest) {
    boolean chart = text.sawTemplate() && charts.hasTemplate(part.name());
    if (chart || objects.isTemplate()) {
      harvest.resources.clear();
      harvest.listed.clear();
      skipTemplate(part.name(), harvest);
      return;
    }
    objects.finish(null);
  }

  private void damaged(
      Part part, StrictReader text, FileObjects objects, Harvest harvest, int line, String why) {
    int read = harvest.resources.size();
    if (text.sawTemplate() && read == 0 || charts.hasTemplate(part.name())) {
      harvest.resources.clear();
      harvest.listed.clear();
      skipTemplate(part.name(), harvest);
    } else if (part.inside() && read == 0 && !DATA_EXTENSIONS.contains(extension(part.name()))) {
      harvest.skip(part.name(), 0, Skipped.Kind.OTHER_FILE, "neither YAML nor JSON");
    } else {
      String kept = read == 0 ? "" : "; what stands before it was read";
      objects.finish(part.name() + " could not be read to its end");
      harvest.skip(part.name(), line, Skipped.Kind.UNREADABLE, why + kept);
    }
  }

  private static void skipTemplate(String name, Harvest harvest) {
    harvest.skip(name, 0, Skipped.Kind.NOT_KUBERNETES, TEMPLATE);
  }

  private static String extension(String name) {
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
