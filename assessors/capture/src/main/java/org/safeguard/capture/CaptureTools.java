package org.safeguard.capture;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/// What a capture takes from outside, so that tests can bring their own.
///
/// @param clock for the times in the bundle and of expiry
/// @param version of this tool
/// @param approval asked before a plug-in runs
/// @param environment of the process
/// @param pause how threads wait
/// @param pluginLimit how long a plug-in may run
record CaptureTools(
    Clock clock,
    String version,
    ExecApproval approval,
    Map<String, String> environment,
    Pause pause,
    Duration pluginLimit) {

  CaptureTools {
    environment = Map.copyOf(environment);
  }

  @Override
  public String toString() {
    return "CaptureTools"; // the environment may hold secrets
  }
}
