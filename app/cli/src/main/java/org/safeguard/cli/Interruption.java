package org.safeguard.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a run that is stopped from outside, by Ctrl-C or a signal, take away what it has half
/// written before the process ends.
final class Interruption {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread worker;
  private volatile Duration patience = PATIENCE;

  private Interruption(Thread worker) {
    this.worker = worker;
  }

  /// Guards the calling thread from now on.
  static Interruption guard() {
    Interruption guard = new Interruption(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(guard::stop));
    return guard;
  }

  /// Guards nothing, for a run inside another program.
  static Interruption none() {
    return new Interruption(Thread.currentThread());
  }

  /// Lets a run that writes something of use even when it is stopped take this long over it.
  void allow(Duration longer) {
    patience = longer;
  }

  /// Says that the run came to its end, whatever end that was.
  void ended() {
    ended.countDown();
  }

  /// Asks the run to stop and waits a moment for it. A run that waits for input cannot hear this;
  /// it has written nothing yet.
  private void stop() {
    if (ended.getCount() == 0) {
      return;
    }
    worker.interrupt();
    try {
      boolean _ = ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
