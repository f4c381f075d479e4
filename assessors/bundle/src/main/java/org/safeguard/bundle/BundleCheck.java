package org.safeguard.bundle;

import java.util.Map;
import java.util.TreeMap;
import org.safeguard.model.snapshot.SourceFile;

/// Holds what a bundle contains against what its manifest promises.
public final class BundleCheck {

  static final String REMEDY = "Ask for the bundle again; this copy was damaged or changed";

  private BundleCheck() {}

  /// @param found the entries of the bundle by path
  /// @throws UnsoundBundleException when an entry is missing, foreign, or differs
  public static void check(BundleManifest manifest, Map<String, SourceFile> found)
      throws UnsoundBundleException {
    if (manifest.formatVersion() < 1 || manifest.formatVersion() > BundleManifest.VERSION) {
      throw new UnsoundBundleException(
          "the bundle has format version %d, and this tool reads up to %d"
              .formatted(manifest.formatVersion(), BundleManifest.VERSION),
          "Use a newer version of this tool");
    }
    Map<String, SourceFile> left = new TreeMap<>(found);
    left.remove(BundleManifest.ENTRY);
    for (BundleManifest.Entry entry : manifest.entries()) {
      SourceFile file = left.remove(entry.path());
      if (file == null) {
        throw new UnsoundBundleException("the bundle lacks its entry " + entry.path(), REMEDY);
      }
      if (!file.sha256().equals(entry.sha256())) {
        throw new UnsoundBundleException(
            "the entry %s has the hash %s, and the manifest says %s"
                .formatted(entry.path(), brief(file.sha256()), brief(entry.sha256())),
            REMEDY);
      }
      if (file.bytes() != entry.bytes()) {
        throw new UnsoundBundleException(
            "the entry %s has %d bytes, and the manifest says %d"
                .formatted(entry.path(), file.bytes(), entry.bytes()),
            REMEDY);
      }
    }
    if (!left.isEmpty()) {
      throw new UnsoundBundleException(
          "the bundle holds the entry " + left.keySet().iterator().next() + " beside its manifest",
          REMEDY);
    }
  }

  /// Holds the checksum of an entry against the one in the zip. It covers the manifest too, which
  /// has the hashes of all others and none of itself.
  ///
  /// @throws UnsoundBundleException when they differ
  public static void checksum(String entry, long promised, long found)
      throws UnsoundBundleException {
    if (promised != found) {
      throw new UnsoundBundleException("the entry %s is damaged".formatted(entry), REMEDY);
    }
  }

  private static String brief(String sha256) {
    return sha256.length() > 12 ? sha256.substring(0, 12) + "…" : sha256;
  }
}
