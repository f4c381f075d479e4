package org.safeguard.engagement;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/// Who works on a file, and when.
///
/// @param user for the journal
/// @param clock for the journal
/// @param patience how long to wait for another program that is saving
record Session(String user, InstantSource clock, Duration patience) {

  static Session ofThisUser() {
    return new Session(
        System.getProperty("user.name", ""), Clock.systemUTC(), Duration.ofSeconds(5));
  }
}
