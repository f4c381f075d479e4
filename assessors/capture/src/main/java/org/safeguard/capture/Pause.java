package org.safeguard.capture;

import java.time.Duration;

/// How a thread waits before it asks again. Tests do not wait.
@FunctionalInterface
interface Pause {

  /// Really waits, until `stop` at the latest.
  Pause REAL = (time, stop) -> stop.await(time);

  void pause(Duration time, Stop stop) throws InterruptedException;
}
