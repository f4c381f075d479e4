package org.safeguard.capture;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.safeguard.model.snapshot.CaptureRequest;

/// A request that was sent. Its answer may be on the way while something else is done; its body
/// waits in the connection until somebody reads it. Closing it writes it into the log.
final class Asked implements AutoCloseable {

  private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(100);

  private final String path;
  private final Instant at;
  private final CompletableFuture<HttpResponse<AsyncBody>> sent;
  private final AnswerBody body;
  private final Stop stop;
  private final Consumer<CaptureRequest> log;
  private final long deadline;
  private int status;

  /// @param timeout the longest time until an answer begins
  Asked(
      String path,
      Instant at,
      CompletableFuture<HttpResponse<AsyncBody>> sent,
      AnswerBody body,
      Duration timeout,
      Stop stop,
      Consumer<CaptureRequest> log) {
    this.path = path;
    this.at = at;
    this.sent = sent;
    this.body = body;
    this.stop = stop;
    this.log = log;
    this.deadline = System.nanoTime() + timeout.toNanos();
  }

  /// Waits for the head of the answer, and lets its body flow.
  HttpResponse<AsyncBody> response() throws RequestFailure {
    HttpResponse<AsyncBody> response = await();
    status = response.code();
    body.flow(response.body());
    return response;
  }

  AnswerBody body() {
    return body;
  }

  private HttpResponse<AsyncBody> await() throws RequestFailure {
    while (true) {
      try {
        long left = deadline - System.nanoTime();
        return sent.get(Math.clamp(left, 1, SLICE), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (stop.isSet() || System.nanoTime() > deadline) {
          throw Trouble.of(stop.isSet() ? new StoppedException() : e, false);
        }
      } catch (ExecutionException e) {
        throw Trouble.of(e, false);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw Trouble.of(new StoppedException(), false);
      }
    }
  }

  @Override
  public void close() {
    if (!sent.cancel(true) && status == 0 && !sent.isCompletedExceptionally()) {
      HttpResponse<AsyncBody> unread = sent.join(); // it is there, and nobody wants it
      status = unread.code();
      unread.body().cancel();
    }
    body.close();
    log.accept(new CaptureRequest(at, "GET", LoggedPath.of(path), status, body.bytes()));
  }
}
