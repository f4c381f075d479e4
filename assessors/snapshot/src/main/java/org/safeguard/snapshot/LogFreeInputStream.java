package org.safeguard.snapshot;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Blanks the logs that `kubectl cluster-info dump` prints between its lists when it writes to one
/// stream. Lines and bytes keep their places, so that evidence points where it should.
final class LogFreeInputStream extends FilterInputStream {

  private static final byte[] START = ascii("==== START logs for container ");
  private static final byte[] END = ascii("==== END logs for container ");

  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int ready;
  private int limit;
  private boolean atEnd;
  private boolean lineStart = true;
  private boolean inLog;
  private boolean lastLine;
  private int logs;

  LogFreeInputStream(InputStream in) {
    super(in);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// How many logs were blanked so far.
  int logs() {
    return logs;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (from == ready) {
      if (atEnd && ready == limit) {
        return -1;
      }
      fill();
    }
    int count = Math.min(length, ready - from);
    System.arraycopy(buffer, from, bytes, offset, count);
    from += count;
    return count;
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, limit - from);
    limit -= from;
    from = 0;
    ready = 0;
    int read = super.read(buffer, limit, buffer.length - limit);
    if (read < 0) {
      atEnd = true;
    } else {
      limit += read;
    }
    scan();
  }

  /// Passes lines on up to one whose start is not whole yet.
  private void scan() {
    while (ready < limit) {
      if (lineStart && buffer[ready] == '=' && !startLine()) {
        return;
      }
      int end = lineEnd();
      if (inLog) {
        blank(end);
      }
      lineStart = buffer[end - 1] == '\n';
      if (lineStart && lastLine) {
        inLog = false;
        lastLine = false;
      }
      ready = end;
    }
  }

  /// Where the next line starts, or the bytes read so far end.
  private int lineEnd() {
    for (int i = ready; i < limit; i++) {
      if (buffer[i] == '\n') {
        return i + 1;
      }
    }
    return limit;
  }

  private void blank(int end) {
    for (int i = ready; i < end; i++) {
      if (buffer[i] != '\n' && buffer[i] != '\r') {
        buffer[i] = ' ';
      }
    }
  }

  /// Looks at a line that starts with `=`.
  ///
  /// @return false when more bytes are needed to tell
  private boolean startLine() {
    if (limit - ready < START.length && !atEnd) {
      return false;
    }
    if (!inLog && matches(START)) {
      inLog = true;
      logs++;
    } else if (inLog && matches(END)) {
      lastLine = true;
    }
    return true;
  }

  private boolean matches(byte[] mark) {
    for (int i = 0; i < mark.length; i++) {
      if (ready + i >= limit || buffer[ready + i] != mark[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public long skip(long n) throws IOException {
    byte[] skipped = new byte[(int) Math.min(n, 1 << 16)];
    return Math.max(0, read(skipped, 0, skipped.length));
  }

  @Override
  public int available() {
    return ready - from;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
