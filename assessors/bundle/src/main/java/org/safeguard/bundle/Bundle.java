package org.safeguard.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.safeguard.document.Digests;
import org.safeguard.document.DocumentSink;
import org.safeguard.document.JsonDocuments;
import org.safeguard.document.Limits;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.CaptureRecord;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.SourceFile;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;

/// Our own file of a snapshot: a zip of `manifest.json`, of the objects as JSON lines, one entry a
/// type, of a log of what was read, and of what was taken out.
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
    Reading reading = new Reading(bundle);
    BundleWalk.walk(
        bundle,
        Progress.NONE,
        (name, in) -> {
          reading.documents(name, in);
          return reading.records.manifest() == null;
        });
    return reading.manifest();
  }

  /// How the snapshot in the bundle came about, without checking the rest of it.
  ///
  /// @throws UnreadableInputException when it is no bundle or damaged
  public static CaptureRecord record(Path bundle) throws UnreadableInputException {
    Reading reading = new Reading(bundle);
    BundleWalk.walk(
        bundle,
        Progress.NONE,
        (name, in) -> {
          reading.documents(name, in);
          return true;
        });
    reading.manifest();
    return reading.records.record();
  }

  /// Checks every entry against its hash.
  ///
  /// @throws UnreadableInputException when it is no bundle, damaged or changed
  public static BundleManifest verify(Path bundle, Progress progress)
      throws UnreadableInputException {
    Reading reading = new Reading(bundle);
    Map<String, SourceFile> entries = new TreeMap<>();
    BundleWalk.walk(
        bundle,
        progress,
        (name, in) -> {
          if (entries.put(name, reading.hashed(name, in)) != null) {
            throw new UnsoundBundleException(
                "the bundle holds the entry " + name + " twice", BundleCheck.REMEDY);
          }
          return true;
        });
    try {
      BundleCheck.check(reading.manifest(), entries);
    } catch (UnsoundBundleException e) {
      throw new UnreadableInputException(bundle.toString(), e.why(), e.remedy(), e);
    }
    return reading.manifest();
  }

  /// Gathers what the bundle says of itself.
  private static final class Reading implements DocumentSink {

    private final Path bundle;
    private final BundleRecords records = new BundleRecords();
    private String entry = "";

    Reading(Path bundle) {
      this.bundle = bundle;
    }

    SourceFile hashed(String name, InputStream in) throws IOException {
      MessageDigest digest = Digests.sha256();
      Counted counted = new Counted(new DigestInputStream(in, digest));
      documents(name, counted);
      counted.transferTo(OutputStream.nullOutputStream());
      return new SourceFile(name, counted.bytes, HexFormat.of().formatHex(digest.digest()));
    }

    void documents(String name, InputStream in) throws IOException {
      boolean log = name.equals(BundleManifest.LOG);
      if (!log && !name.equals(BundleManifest.ENTRY) && !name.equals(BundleManifest.REDACTIONS)) {
        return;
      }
      entry = name;
      try {
        InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8);
        JsonDocuments.read(text, Limits.DEFAULT, Set.of(), this);
      } catch (MalformedDocumentException e) {
        throw new UnsoundBundleException(
            name + " is damaged (" + e.getMessage() + ")", "Ask for it again");
      }
    }

    @Override
    public void document(Node root, boolean streamedItems) {
      if (root instanceof ObjectNode json) {
        records.note(entry, json);
      }
    }

    BundleManifest manifest() throws UnreadableInputException {
      BundleManifest manifest = records.manifest();
      if (manifest == null) {
        throw new UnreadableInputException(
            bundle.toString(),
            "it is no bundle: it has no " + BundleManifest.ENTRY + " of ours",
            "Hand in a file that `safeguard capture` wrote");
      }
      return manifest;
    }
  }

  private static final class Counted extends FilterInputStream {

    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      bytes += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int more = super.read(buffer, offset, length);
      bytes += Math.max(0, more);
      return more;
    }
  }
}
