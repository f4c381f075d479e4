package org.safeguard.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.safeguard.model.progress.Progress;

/// A bundle's file as it is read: says how far the reading is, and bounds what comes out of it.
final class Bounded extends FilterInputStream {

  private static final long BYTES = 8L << 30;
  private static final long RATIO = 500;

  /// Up to so many bytes no ratio is refused, since small files of like lines deflate very well.
  private static final long RATIO_FLOOR = 16L << 20;

  private static final long STEP = 1L << 20;

  private final Progress progress;
  private final long total;
  private long read;
  private long inflated;
  private long reported;

  Bounded(InputStream in, Progress progress, long total) {
    super(in);
    this.progress = progress;
    this.total = Math.max(1, total);
  }

  void checkCancelled() {
    progress.checkCancelled();
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    read += one < 0 ? 0 : 1;
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int more = super.read(buffer, offset, length);
    read += Math.max(0, more);
    if (read - reported >= STEP) {
      reported = read;
      progress.checkCancelled();
      progress.report("Reading the bundle", Math.min(1.0, (double) read / total));
    }
    return more;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /// What a decompressor makes of this, kept within its bounds.
  InputStream inflated(InputStream decompressed) {
    return new FilterInputStream(decompressed) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int more = super.read(buffer, offset, length);
        grown(Math.max(0, more));
        return more;
      }
    };
  }

  private void grown(long more) throws UnsoundBundleException {
    inflated += more;
    if (inflated > BYTES) {
      throw new UnsoundBundleException(
          "it holds more than " + (BYTES >> 20) + " MiB once decompressed",
          "Ask for a bundle of fewer types or namespaces");
    }
    if (inflated > RATIO_FLOOR && inflated > RATIO * Math.max(1, read)) {
      throw new UnsoundBundleException(
          "it grows more than " + RATIO + "-fold when decompressed, as an archive bomb does",
          "Ask for a bundle made by the tool itself; this one may be an attack");
    }
  }
}
