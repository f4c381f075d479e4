package org.safeguard.capture;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Sends a GET at its turn, and again while that may help.
final class Requests {

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration LONGEST_ASKED_FOR = Duration.ofSeconds(60);

  private final Wire wire;
  private final RateLimit rate;
  private final Pause pause;
  private final Stop stop;
  private final int retries;

  Requests(Wire wire, RateLimit rate, Pause pause, Stop stop, int retries) {
    this.wire = wire;
    this.rate = rate;
    this.pause = pause;
    this.stop = stop;
    this.retries = retries;
  }

  /// The last answer, whatever its status.
  ///
  /// @param path with its query, from the server's root
  /// @throws RequestFailure when no attempt brought one
  Answer get(String path, String accept, BodyReader reader) throws RequestFailure {
    return get(path, accept, null, reader);
  }

  /// The same for a request that may have been sent [#ahead].
  ///
  /// @param ahead what [#ahead] gave for this path
  Answer get(String path, String accept, @Nullable Asked ahead, BodyReader reader)
      throws RequestFailure {
    Asked sent = ahead;
    for (int attempt = 0; ; attempt++) {
      Duration wait;
      try {
        if (sent == null) {
          rate.await(stop);
        }
        Asked first = sent;
        sent = null;
        Answer answer = wire.get(path, accept, first, reader);
        if (!answer.mayPass() || attempt >= retries) {
          return answer;
        }
        wait = answer.retryAfter() == null ? backoff(attempt) : atMost(answer.retryAfter());
      } catch (RequestFailure e) {
        if (!e.mayPass() || attempt >= retries) {
          throw e;
        }
        wait = backoff(attempt);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RequestFailure(RequestFailure.Kind.STOPPED, "the capture ended", e);
      }
      sleep(wait);
    }
  }

  /// Sends a request whose answer will be read later; null when it is not its turn or cannot be
  /// sent now, so that [#get] will send it.
  @Nullable Asked ahead(String path, String accept) {
    try {
      return rate.tryNow() ? wire.ask(path, accept) : null;
    } catch (RequestFailure e) {
      return null; // said when it is asked for in earnest
    }
  }

  private void sleep(Duration wait) throws RequestFailure {
    try {
      pause.pause(wait, stop);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RequestFailure(RequestFailure.Kind.STOPPED, "the capture ended", e);
    }
  }

  private static Duration atMost(Duration asked) {
    return asked.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : asked;
  }

  /// Twice as long each time, and not quite the same for each thread, so that they do not all come
  /// back at once.
  private static Duration backoff(int attempt) {
    long longest = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempt, 10));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
  }
}
