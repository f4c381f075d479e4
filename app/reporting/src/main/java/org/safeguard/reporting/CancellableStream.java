package org.safeguard.reporting;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.safeguard.model.progress.Progress;

/// An output that stops writing when the user stops the work.
final class CancellableStream extends FilterOutputStream {

  private final Progress progress;

  CancellableStream(OutputStream out, Progress progress) {
    super(out);
    this.progress = progress;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    progress.checkCancelled();
    out.write(bytes, offset, length);
  }
}
