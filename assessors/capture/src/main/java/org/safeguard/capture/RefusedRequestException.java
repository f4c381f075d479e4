package org.safeguard.capture;

import java.io.IOException;

/// A request that this tool never sends. Thrown before anything leaves the machine.
final class RefusedRequestException extends IOException {

  /// @param request method and path, without its query
  /// @param why the rule it breaks, in plain words
  RefusedRequestException(String request, String why) {
    super("Refused to send " + request + ": " + why);
  }
}
