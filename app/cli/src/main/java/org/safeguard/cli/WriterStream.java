package org.safeguard.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// UTF-8 bytes to the writer that stands for standard output, so that tests see them too.
final class WriterStream extends OutputStream {

  private static final int LONGEST_CHARACTER = 4;

  private final PrintWriter writer;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private ByteBuffer pending = ByteBuffer.allocate(0);

  WriterStream(PrintWriter writer) {
    this.writer = writer;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    ByteBuffer input = ByteBuffer.allocate(pending.remaining() + length);
    input.put(pending).put(bytes, offset, length).flip();
    CharBuffer text = CharBuffer.allocate(input.remaining() + LONGEST_CHARACTER);
    decoder.decode(input, text, false);
    writer.append(text.flip());
    pending = input.slice();
  }

  @Override
  public void flush() {
    writer.flush();
  }
}
