package org.safeguard.bundle;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// An entry, hashed and deflated, waiting in a file of its own to be put into the zip.
///
/// @param file holds the deflated bytes and nothing else
/// @param bytes its length, inflated
/// @param compressed its length as it lies in the file
/// @param crc of the inflated bytes
/// @param sha256 lower-case hexadecimal of the inflated bytes
/// @param lines the number of lines
record Packed(Path file, long bytes, long compressed, long crc, String sha256, int lines) {

  private static final int BUFFER = 1 << 16;

  /// The entry's deflated bytes.
  InputStream raw() throws IOException {
    return new FileInputStream(file.toFile());
  }

  /// The entry's own bytes.
  InputStream open() throws IOException {
    Inflater inflater = new Inflater(true);
    return new InflaterInputStream(raw(), inflater, BUFFER) {
      @Override
      public void close() throws IOException {
        super.close();
        inflater.end();
      }
    };
  }
}
