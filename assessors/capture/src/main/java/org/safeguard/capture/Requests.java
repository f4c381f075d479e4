package org.safeguard.capture;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

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
    for (int attempt = 0; ; attempt++) {
      Duration wait;
      try {
        rate.await(stop);
        Answer answer = wire.get(path, accept, reader);
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
