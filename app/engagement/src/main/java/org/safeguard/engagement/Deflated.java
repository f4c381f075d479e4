package org.safeguard.engagement;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Bytes compressed as raw deflate ([RFC 1951](https://www.rfc-editor.org/rfc/rfc1951)).
///
/// @param length when inflated
/// @param body compressed
record Deflated(int length, byte[] body) {

  /// No chunk of ours comes near; a larger one is an attempt to fill the memory.
  private static final int LIMIT = 512 << 20;

  /// Compresses `parts`, one after the other. Fast rather than small: a save must not make anybody
  /// wait.
  static Deflated of(List<byte[]> parts) {
    int length = parts.stream().mapToInt(part -> part.length).sum();
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(length / 8 + 64);
      byte[] buffer = new byte[1 << 14];
      for (byte[] part : parts) {
        deflater.setInput(part);
        while (!deflater.needsInput()) {
          out.write(buffer, 0, deflater.deflate(buffer));
        }
      }
      deflater.finish();
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return new Deflated(length, out.toByteArray());
    }
  }

  /// @throws DamagedException when it is not what was stored
  byte[] inflated() {
    // Deflate cannot shrink more than 1032-fold, so a wrong length is found before it is allocated.
    if (length < 0 || length > LIMIT || length > 1032L * body.length) {
      throw new DamagedException("a chunk of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(body);
      int at = 0;
      while (at < length) {
        int read = inflater.inflate(bytes, at, length - at);
        if (read == 0) {
          throw new DamagedException("a chunk that ends early");
        }
        at += read;
      }
      return bytes;
    } catch (DataFormatException e) {
      throw new DamagedException("a chunk that cannot be inflated", e);
    }
  }
}
