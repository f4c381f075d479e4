package org.safeguard.snapshot;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.Digests;
import org.safeguard.model.snapshot.SourceFile;

/// Counts and hashes the bytes of a file or entry as they are read.
final class MeteredInputStream extends FilterInputStream {

  private static final int STEP = 1 << 16;

  private final @Nullable MessageDigest digest;
  private final ReadListener listener;
  private long count;
  private @Nullable String hash;

  /// Hears of bytes as they are read.
  interface ReadListener {

    /// Hears nothing.
    ReadListener NONE = bytes -> {};

    void read(long bytes) throws IOException;
  }

  private MeteredInputStream(
      InputStream in, @Nullable MessageDigest digest, ReadListener listener) {
    super(in);
    this.digest = digest;
    this.listener = listener;
  }

  static MeteredInputStream hashing(InputStream in, ReadListener listener) {
    return new MeteredInputStream(in, Digests.sha256(), listener);
  }

  static MeteredInputStream counting(InputStream in) {
    return new MeteredInputStream(in, null, ReadListener.NONE);
  }

  long count() {
    return count;
  }

  /// Reads to the end, so that the hash covers the whole file, and closes nothing.
  SourceFile finish(String name) throws IOException {
    byte[] rest = new byte[STEP];
    int read = read(rest, 0, rest.length);
    while (read >= 0) {
      read = read(rest, 0, rest.length);
    }
    if (hash == null) {
      byte[] bytes = Objects.requireNonNull(digest, "made without a hash").digest();
      hash = HexFormat.of().formatHex(bytes);
    }
    return new SourceFile(name, count, hash);
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
      if (digest != null) {
        digest.update(buffer, offset, read);
      }
      count += read;
      listener.read(read);
    }
    return read;
  }

  @Override
  public long skip(long n) throws IOException {
    byte[] skipped = new byte[(int) Math.min(n, STEP)];
    return Math.max(0, read(skipped, 0, skipped.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
