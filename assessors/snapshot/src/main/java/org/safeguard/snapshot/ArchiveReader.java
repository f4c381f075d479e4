package org.safeguard.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.safeguard.bundle.BundleCheck;
import org.safeguard.bundle.BundleManifest;
import org.safeguard.model.snapshot.Skipped;

/// Reads the entries of an archive one after the other, never to disk.
final class ArchiveReader {

  private final InputReader files;
  private final Budget budget;
  private final Pace pace;

  ArchiveReader(InputReader files, Budget budget, Pace pace) {
    this.files = files;
    this.budget = budget;
    this.pace = pace;
  }

  void tar(InputReader.Part archive, InputStream in, Harvest harvest) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(in);
    TarArchiveEntry entry = tar.getNextEntry();
    while (entry != null) {
      String name = EntryNames.safe(entry.getName());
      budget.anotherFile();
      if (entry.isFile() && !entry.isSymbolicLink() && !entry.isLink() && !entry.isSparse()) {
        read(archive, inArchive(archive, name), MeteredInputStream.counting(tar), harvest);
      }
      entry = tar.getNextEntry();
    }
  }

  void zip(InputReader.Part archive, InputStream in, LongSupplier raw, Harvest harvest)
      throws IOException {
    ZipArchiveInputStream zip = new ZipArchiveInputStream(in, "UTF-8", true, false);
    InputStream bounded = new DecompressedInputStream(zip, raw, budget);
    ZipArchiveEntry entry = zip.getNextEntry();
    while (entry != null) {
      String name = EntryNames.safe(entry.getName());
      CheckedInputStream checked = new CheckedInputStream(bounded, new CRC32());
      budget.anotherFile();
      if (!zip.canReadEntryData(entry)) {
        harvest.skip(
            inArchive(archive, name),
            0,
            Skipped.Kind.UNREADABLE,
            "the entry is encrypted or packed in a way that cannot be read");
      } else if (!entry.isDirectory() && !entry.isUnixSymlink()) {
        String full = inArchive(archive, name);
        MeteredInputStream data =
            MeteredInputStream.hashing(checked, MeteredInputStream.ReadListener.NONE);
        read(archive, full, data, harvest);
        harvest.entries.put(full, data.finish(full));
      }
      ZipArchiveEntry next = zip.getNextEntry(); // may tell the checksum of the one before
      if (name.equals(BundleManifest.ENTRY) && harvest.bundle.manifest() != null) {
        BundleCheck.checksum(name, entry.getCrc(), checked.getChecksum().getValue());
      }
      entry = next;
    }
  }

  private void read(InputReader.Part archive, String name, MeteredInputStream in, Harvest harvest)
      throws IOException {
    pace.file(name);
    files.read(archive.entry(name), in, in::count, harvest);
  }

  /// Entries of the source itself go by their own name, those of an archive in a directory by both.
  private static String inArchive(InputReader.Part archive, String name) {
    return archive.inside() ? archive.name() + "!" + name : name;
  }
}
