package org.safeguard.capture;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Tells every thread of a capture that nothing more is asked, and why. Threads are told this way
/// and not by interruption, since an interrupted thread cannot write to a file channel.
final class Stop {

  private final CountDownLatch latch = new CountDownLatch(1);
  private final AtomicReference<@Nullable String> cause = new AtomicReference<>();

  /// Ends the capture; the first cause stays.
  void because(String why) {
    cause.compareAndSet(null, why);
    latch.countDown();
  }

  boolean isSet() {
    return latch.getCount() == 0;
  }

  /// Why, in plain words; null while the capture goes on.
  @Nullable String cause() {
    return cause.get();
  }

  /// Waits, but not longer than until the capture ends.
  void await(Duration time) throws InterruptedException {
    boolean unused = latch.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }
}
