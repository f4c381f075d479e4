package org.safeguard.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/// Decodes text and knows where it stops being text, which [java.io.InputStreamReader] does not.
/// It also notices `{{`, the mark of a template.
final class StrictReader extends Reader {

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
  private final boolean scans;
  private long offset;
  private int line = 1;
  private boolean atEnd;
  private boolean template;
  private char last;

  /// @param offset of the first byte in the file, after its byte order mark
  /// @param scans whether to count lines and look for `{{`, which costs time
  StrictReader(InputStream in, Charset charset, long offset, boolean scans) {
    this.in = in;
    this.offset = offset;
    this.scans = scans;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /// Whether `{{` occurred in what was read so far.
  boolean sawTemplate() {
    return template;
  }

  @Override
  public int read(char[] buffer, int start, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    CharBuffer chars = CharBuffer.wrap(buffer, start, length).slice();
    while (chars.position() == 0) {
      if (!bytes.hasRemaining() && !atEnd) {
        fill();
      }
      int before = bytes.position();
      CoderResult result = decoder.decode(bytes, chars, atEnd);
      offset += bytes.position() - before;
      if (result.isError()) {
        scan(buffer, start, chars.position());
        throw new NotTextException(decoder.charset().name(), offset, scans ? line : 0);
      }
      if (chars.position() == 0 && result.isOverflow()) {
        throw new IOException("no room for a whole character");
      }
      if (chars.position() == 0) {
        if (atEnd) {
          return -1;
        }
        fill();
      }
    }
    scan(buffer, start, chars.position());
    return chars.position();
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (read < 0) {
      atEnd = true;
    } else {
      bytes.position(bytes.position() + read);
    }
    bytes.flip();
  }

  private void scan(char[] buffer, int start, int count) {
    if (!scans) {
      return;
    }
    char previous = last;
    for (int i = start; i < start + count; i++) {
      char c = buffer[i];
      if (c == '\n') {
        line++;
      } else if (c == '{' && previous == '{') {
        template = true;
      }
      previous = c;
    }
    last = previous;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
