package org.safeguard.bundle;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.safeguard.document.Digests;

/// Hashes and deflates one entry as it is written, so that it is ready when its last line is.
///
/// Files are opened so that interrupting the thread does not close them: a capture that is stopped
/// still keeps what it has.
final class Packer extends OutputStream {

  /// Blocks of one length, so that equal content gives equal deflated bytes however it arrives.
  private static final int BLOCK = 1 << 16;

  private final Path file;
  private final byte[] block = new byte[BLOCK];
  private final MessageDigest digest = Digests.sha256();
  private final CRC32 crc = new CRC32();
  private final Deflater deflater;
  private final OutputStream out;
  private int filled;
  private boolean ended;
  private long bytes;
  private int lines;

  Packer(Path file, int level) throws IOException {
    this.file = file;
    this.deflater = new Deflater(level, true);
    this.out =
        new DeflaterOutputStream(new FileOutputStream(file.toFile()), deflater, BLOCK, false);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    int from = offset;
    int left = length;
    while (left > 0) {
      int step = Math.min(left, BLOCK - filled);
      System.arraycopy(buffer, from, block, filled, step);
      filled += step;
      from += step;
      left -= step;
      if (filled == BLOCK) {
        drain();
      }
    }
  }

  /// Writes a line, whose end is among its bytes.
  void line(byte[] buffer, int offset, int length) throws IOException {
    write(buffer, offset, length);
    lines++;
  }

  private void drain() throws IOException {
    digest.update(block, 0, filled);
    crc.update(block, 0, filled);
    out.write(block, 0, filled);
    bytes += filled;
    filled = 0;
  }

  /// The whole entry; nothing more can be written.
  Packed finish() throws IOException {
    drain();
    long compressed = end();
    String sha256 = HexFormat.of().formatHex(digest.digest());
    return new Packed(file, bytes, compressed, crc.getValue(), sha256, lines);
  }

  /// Where the entry waits.
  Path file() {
    return file;
  }

  /// Gives the file up, unless it is finished.
  @Override
  public void close() throws IOException {
    if (!ended) {
      end();
    }
  }

  private long end() throws IOException {
    ended = true;
    try {
      out.close();
      return deflater.getBytesWritten();
    } finally {
      deflater.end();
    }
  }
}
