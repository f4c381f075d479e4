package org.safeguard.bundle;

import java.io.IOException;
import java.io.InputStream;

/// Copies lines unparsed, and counts them.
final class LineCopy {

  private LineCopy() {}

  static void copy(InputStream in, Packer out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      int from = 0;
      for (int i = 0; i < read; i++) {
        if (buffer[i] == '\n') {
          out.line(buffer, from, i + 1 - from);
          from = i + 1;
        }
      }
      out.write(buffer, from, read - from);
    }
  }
}
