package org.safeguard.capture;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The body of an answer as a stream. At most a few buffers wait in memory, a silence ends it, and
/// so does an answer that takes too long although it is never silent.
final class AnswerBody extends InputStream implements AsyncBody.Consumer<List<ByteBuffer>> {

  private static final int AHEAD = 8;
  private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(100);

  /// What came from the connection: buffers, or the end with or without a fault.
  private record Part(List<ByteBuffer> buffers, boolean end, @Nullable Throwable fault) {}

  private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private final Deque<ByteBuffer> buffers = new ArrayDeque<>();
  private final Duration silence;
  private final Duration whole;
  private final Stop stop;
  private long started = System.nanoTime();
  private @Nullable AsyncBody source;
  private boolean ended;
  private long bytes;

  /// @param silence the longest time without a byte
  /// @param whole the longest time for all of it
  AnswerBody(Duration silence, Duration whole, Stop stop) {
    this.silence = silence;
    this.whole = whole;
    this.stop = stop;
  }

  /// Starts the flow, once the answer has begun.
  void flow(AsyncBody body) {
    started = System.nanoTime();
    source = body;
    body.done().whenComplete((nothing, fault) -> parts.add(new Part(List.of(), true, fault)));
    for (int i = 0; i < AHEAD; i++) {
      body.consume();
    }
  }

  @Override
  public void consume(List<ByteBuffer> value, AsyncBody body) {
    parts.add(new Part(value, false, null));
  }

  /// The bytes read so far.
  long bytes() {
    return bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (buffers.isEmpty()) {
      if (ended) {
        return -1;
      }
      accept(next());
    }
    ByteBuffer buffer = buffers.getFirst();
    int count = Math.min(length, buffer.remaining());
    buffer.get(target, offset, count);
    if (!buffer.hasRemaining()) {
      buffers.removeFirst();
    }
    bytes += count;
    return count;
  }

  private void accept(Part part) throws IOException {
    if (part.fault() != null) {
      throw new IOException("the connection broke off", part.fault());
    }
    ended = part.end();
    for (ByteBuffer buffer : part.buffers()) {
      if (buffer.hasRemaining()) {
        buffers.add(buffer);
      }
    }
    if (source != null && !ended) {
      source.consume();
    }
  }

  private Part next() throws IOException {
    long since = System.nanoTime();
    while (true) {
      if (stop.isSet()) {
        throw new StoppedException();
      }
      long now = System.nanoTime();
      if (now - started > whole.toNanos()) {
        throw new SocketTimeoutException(
            "the answer was not complete after " + seconds(whole) + " s");
      }
      if (now - since > silence.toNanos()) {
        throw new SocketTimeoutException(
            "the answer stopped for more than " + seconds(silence) + " s");
      }
      Part part = poll();
      if (part != null) {
        return part;
      }
    }
  }

  private @Nullable Part poll() throws IOException {
    try {
      return parts.poll(Math.min(SLICE, silence.toNanos()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException();
    }
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0
        ? String.valueOf(time.toSeconds())
        : String.valueOf(time.toMillis() / 1000.0);
  }

  @Override
  public void close() {
    if (source != null && !ended) {
      source.cancel();
    }
  }
}
