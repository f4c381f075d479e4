package org.safeguard.snapshot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.safeguard.document.AtomicFile;
import org.safeguard.document.Digests;
import org.safeguard.document.JsonText;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.SourceFile;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Writes a bundle: hashes first, then the manifest that holds them, then the entries.
final class BundleWriter {

  /// The entry that says what was read.
  static final String LOG = "capture-log.jsonl";
  private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private BundleWriter() {}

  static void write(Snapshot snapshot, Path out, String toolVersion) throws IOException {
    AtomicFile.write(out, to -> zip(snapshot, to, toolVersion));
  }

  private static void zip(Snapshot snapshot, OutputStream to, String toolVersion)
      throws IOException {
    SortedMap<String, List<Node>> entries = entries(snapshot);
    List<BundleManifest.Entry> hashes = new ArrayList<>();
    for (Map.Entry<String, List<Node>> entry : entries.entrySet()) {
      hashes.add(hashed(entry.getKey(), entry.getValue()));
    }
    BundleManifest manifest =
        new BundleManifest(
            BundleManifest.VERSION,
            snapshot.cluster(),
            snapshot.capturedAt(),
            snapshot.kubernetesVersion(),
            toolVersion,
            hashes,
            snapshot.coverage());
    ZipOutputStream zip = new ZipOutputStream(to);
    start(zip, BundleManifest.ENTRY);
    zip.write(BundleManifestText.write(manifest));
    for (Map.Entry<String, List<Node>> entry : entries.entrySet()) {
      start(zip, entry.getKey());
      lines(entry.getValue(), zip);
    }
    zip.finish();
  }

  private static void start(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(FIXED_TIME);
    zip.putNextEntry(entry);
  }

  private static BundleManifest.Entry hashed(String path, List<Node> nodes) throws IOException {
    MessageDigest digest = Digests.sha256();
    CountingOutput count = new CountingOutput();
    OutputStream out = new BufferedOutputStream(new DigestOutputStream(count, digest), 1 << 16);
    lines(nodes, out);
    out.flush();
    String sha256 = HexFormat.of().formatHex(digest.digest());
    return new BundleManifest.Entry(path, count.bytes, sha256, path.equals(LOG) ? 0 : nodes.size());
  }

  private static void lines(List<Node> nodes, OutputStream out) throws IOException {
    for (Node node : nodes) {
      JsonText.write(node, out, true);
      out.write('\n');
    }
  }

  private static SortedMap<String, List<Node>> entries(Snapshot snapshot) {
    SortedMap<String, List<Node>> entries = new TreeMap<>();
    List<Resource> sorted =
        snapshot.resources().stream().sorted(Comparator.comparing(Resource::key)).toList();
    for (Resource resource : sorted) {
      entries
          .computeIfAbsent(EntryPath.of(resource), path -> new ArrayList<>())
          .add(resource.body());
    }
    entries.put(LOG, snapshot.files().stream().map(BundleWriter::logLine).toList());
    return entries;
  }

  private static Node logLine(SourceFile file) {
    return ObjectNode.builder(1)
        .put("file", new ScalarNode(file.file(), 1))
        .put("bytes", new ScalarNode(file.bytes(), 1))
        .put("sha256", new ScalarNode(file.sha256(), 1))
        .build();
  }

  private static final class CountingOutput extends OutputStream {

    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
      bytes += length;
    }
  }
}
