package org.safeguard.snapshot;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.DocumentSink;
import org.safeguard.document.JsonDocuments;
import org.safeguard.document.Limits;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.SourceFile;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;

/// Our own file of a snapshot: a zip of `manifest.json`, of the objects as JSON lines, one entry a
/// type, and of a log of what was read. [SnapshotReader] reads it back.
public final class Bundle {

  private Bundle() {}

  /// Writes `snapshot` to `out`; equal snapshots give equal bytes. Either the whole file is there
  /// in the end, or what was there before.
  ///
  /// @param toolVersion of this tool, for the manifest
  public static void write(Snapshot snapshot, Path out, String toolVersion) throws IOException {
    BundleWriter.write(snapshot, out, toolVersion);
  }

  /// What the bundle says of itself, without checking the rest of it.
  ///
  /// @throws UnreadableInputException when it is no bundle or damaged
  public static BundleManifest manifest(Path bundle) throws UnreadableInputException {
    return read(bundle, Progress.NONE, false);
  }

  /// Checks every entry against its hash.
  ///
  /// @throws UnreadableInputException when it is no bundle, damaged or changed
  public static BundleManifest verify(Path bundle, Progress progress)
      throws UnreadableInputException {
    return read(bundle, progress, true);
  }

  private static BundleManifest read(Path bundle, Progress progress, boolean whole)
      throws UnreadableInputException {
    try (InputStream in = Files.newInputStream(bundle)) {
      return new Walk(progress, Files.size(bundle)).read(in, whole);
    } catch (IOException e) {
      Fault fault = Fault.of(e);
      throw new UnreadableInputException(bundle.toString(), fault.why(), fault.remedy(), e);
    }
  }

  /// One walk over the entries of a bundle.
  private static final class Walk {

    private final Budget budget = new Budget(ReadBounds.DEFAULT);
    private final Pace pace;
    private final Map<String, SourceFile> entries = new TreeMap<>();
    private @Nullable BundleManifest manifest;

    Walk(Progress progress, long bytes) {
      this.pace = new Pace(progress, budget, bytes);
    }

    BundleManifest read(InputStream in, boolean whole) throws IOException {
      MeteredInputStream raw = MeteredInputStream.hashing(in, pace::read);
      ZipArchiveInputStream zip =
          new ZipArchiveInputStream(new BufferedInputStream(raw, 1 << 16), "UTF-8", true, false);
      InputStream bounded = new DecompressedInputStream(zip, raw::count, budget);
      ZipArchiveEntry entry = zip.getNextEntry();
      while (entry != null && (whole || manifest == null)) {
        entry(EntryNames.safe(entry.getName()), bounded);
        entry = zip.getNextEntry();
      }
      if (manifest == null) {
        throw new RefusedException(
            "it is no bundle: it has no " + BundleManifest.ENTRY + " of ours",
            "Hand in a file that `safeguard capture` wrote");
      }
      if (whole) {
        BundleCheck.check(manifest, entries);
      }
      return manifest;
    }

    private void entry(String name, InputStream in) throws IOException {
      pace.file(name);
      budget.anotherFile();
      MeteredInputStream data =
          MeteredInputStream.hashing(in, MeteredInputStream.ReadListener.NONE);
      if (name.equals(BundleManifest.ENTRY)) {
        manifest = parse(data);
      }
      entries.put(name, data.finish(name));
    }

    private static @Nullable BundleManifest parse(InputStream in) throws IOException {
      Found found = new Found();
      try {
        InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8);
        JsonDocuments.read(text, Limits.DEFAULT, Set.of(), found);
      } catch (MalformedDocumentException e) {
        throw new RefusedException(
            BundleManifest.ENTRY + " is damaged (" + e.getMessage() + ")", "Ask for it again");
      }
      return found.manifest;
    }
  }

  private static final class Found implements DocumentSink {

    private @Nullable BundleManifest manifest;

    @Override
    public void document(Node root, boolean streamedItems) {
      if (root instanceof ObjectNode json
          && json.text("format").filter(BundleManifest.FORMAT::equals).isPresent()) {
        manifest = BundleManifestText.read(json);
      }
    }
  }
}
