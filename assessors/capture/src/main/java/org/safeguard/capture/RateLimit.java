package org.safeguard.capture;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Spreads the requests of all threads over time, with a small burst at the start.
final class RateLimit {

  private static final long SECOND = 1_000_000_000L;

  private final long interval;
  private final long burst;
  private final LongSupplier nanoTime;
  private final Pause pause;
  private long next;

  /// @param nanoTime a clock that never goes back
  RateLimit(double perSecond, LongSupplier nanoTime, Pause pause) {
    this.interval = Math.max(1, (long) (SECOND / perSecond));
    this.burst = interval * Math.max(1, (long) (perSecond / 2));
    this.nanoTime = nanoTime;
    this.pause = pause;
    this.next = nanoTime.getAsLong() - burst;
  }

  /// Waits until it is this request's turn.
  void await(Stop stop) throws InterruptedException {
    long wait = reserve();
    if (wait > 0) {
      pause.pause(Duration.ofNanos(wait), stop);
    }
  }

  /// Takes a turn if one is free now, for a request that can also be sent later.
  synchronized boolean tryNow() {
    long now = nanoTime.getAsLong();
    boolean free = turn(now) <= now;
    if (free) {
      next = turn(now);
    }
    return free;
  }

  private synchronized long reserve() {
    long now = nanoTime.getAsLong();
    next = turn(now);
    return next - now;
  }

  private long turn(long now) {
    return Math.max(next + interval, now - burst);
  }
}
