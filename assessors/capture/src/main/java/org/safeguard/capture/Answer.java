package org.safeguard.capture;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What the server answered.
///
/// @param status the HTTP status
/// @param message the server's own words for a refusal, cut short; empty for none
/// @param continueToken where a list may be continued after its token expired, empty for none
/// @param retryAfter how long the server asks to be left alone, null where it does not
record Answer(int status, String message, String continueToken, @Nullable Duration retryAfter) {

  boolean isOk() {
    return status == 200;
  }

  /// Whether asking again later may help.
  boolean mayPass() {
    return status == 429 || status >= 500;
  }
}
