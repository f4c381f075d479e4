package org.safeguard.bundle;

import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/// Puts finished entries into a zip, the manifest first, without deflating anything twice.
final class ZipAssembly {

  /// The same in every bundle, so that equal content gives equal bytes.
  private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ZipAssembly() {}

  /// @param entries by path, in the order of the zip
  static void write(Path zip, byte[] manifest, Map<String, Packed> entries) throws IOException {
    try (FileOutputStream file = new FileOutputStream(zip.toFile());
        ZipArchiveOutputStream out = new ZipArchiveOutputStream(file)) {
      stored(out, BundleManifest.ENTRY, manifest);
      for (Map.Entry<String, Packed> entry : entries.entrySet()) {
        deflated(out, entry.getKey(), entry.getValue());
      }
      out.finish();
      file.getFD().sync(); // else a power cut after the rename leaves an empty file
    }
  }

  private static void stored(ZipArchiveOutputStream out, String name, byte[] bytes)
      throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipArchiveEntry entry = entry(name, ZipArchiveEntry.STORED, bytes.length, crc.getValue());
    entry.setCompressedSize(bytes.length);
    out.addRawArchiveEntry(entry, new ByteArrayInputStream(bytes));
  }

  private static void deflated(ZipArchiveOutputStream out, String name, Packed packed)
      throws IOException {
    ZipArchiveEntry entry = entry(name, ZipArchiveEntry.DEFLATED, packed.bytes(), packed.crc());
    entry.setCompressedSize(packed.compressed());
    try (InputStream raw = packed.raw()) {
      out.addRawArchiveEntry(entry, raw);
    }
  }

  private static ZipArchiveEntry entry(String name, int method, long size, long crc) {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setMethod(method);
    entry.setSize(size);
    entry.setCrc(crc);
    entry.setTimeLocal(FIXED_TIME);
    return entry;
  }
}
