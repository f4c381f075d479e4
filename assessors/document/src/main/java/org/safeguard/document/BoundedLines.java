package org.safeguard.document;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Refuses a line longer than the bound before the parser gathers it in memory.
final class BoundedLines extends FilterReader {

  private final long bound;
  private long length;
  private int line = 1;

  BoundedLines(Reader in, Limits limits) {
    super(in);
    this.bound = limits.lineBytes();
  }

  @Override
  public int read(char[] buffer, int offset, int count) throws IOException {
    int read = super.read(buffer, offset, count);
    for (int i = offset; i < offset + read; i++) {
      if (buffer[i] == '\n') {
        length = 0;
        line++;
      } else if (++length > bound) {
        throw new LongLineException(line, bound);
      }
    }
    return read;
  }

  /// Carries the bound through the parser, which passes on only [IOException].
  static final class LongLineException extends IOException {
    private final int line;

    LongLineException(int line, long bound) {
      super("a line is longer than " + (bound >> 20) + " MiB");
      this.line = line;
    }

    int line() {
      return line;
    }
  }
}
