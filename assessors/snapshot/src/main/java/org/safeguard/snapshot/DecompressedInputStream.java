package org.safeguard.snapshot;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/// The output of a decompressor, kept within its bounds while it is read.
final class DecompressedInputStream extends FilterInputStream {

  private final LongSupplier compressed;
  private final Budget budget;
  private long count;

  /// @param compressed the bytes read so far of what is decompressed
  DecompressedInputStream(InputStream in, LongSupplier compressed, Budget budget) {
    super(in);
    this.compressed = compressed;
    this.budget = budget;
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count += read;
      budget.spend(read);
      budget.checkRatio(count, compressed.getAsLong());
    }
    return read;
  }

  @Override
  public long skip(long n) throws IOException {
    byte[] skipped = new byte[(int) Math.min(n, 1 << 16)];
    return Math.max(0, read(skipped, 0, skipped.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
