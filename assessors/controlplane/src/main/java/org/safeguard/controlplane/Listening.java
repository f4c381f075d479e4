package org.safeguard.controlplane;

import java.util.List;
import java.util.Set;
import org.safeguard.model.fact.Cause;

/// Where a component answers for its health and metrics.
final class Listening {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost", "[::1]");

  private Listening() {}

  static Finding<Boolean> loopbackOnly(Component component, Settings settings, Release release) {
    return switch (component) {
      case CONTROLLER_MANAGER, SCHEDULER ->
          Finding.both(secure(settings), insecure(settings, release));
      case PROXY -> settings.text("metrics-bind-address").map(Listening::isLoopback);
      case ETCD, API_SERVER ->
          Finding.unknown(
              new Cause(
                  Cause.Code.ABSENT, component.program() + " has no address of its own for this"),
              List.of());
    };
  }

  private static Finding<Boolean> secure(Settings settings) {
    Finding<Boolean> off = settings.text("secure-port").map("0"::equals);
    return off.is(true) ? off : settings.text("bind-address").map(LOOPBACK::contains);
  }

  /// The port without TLS that both had until 1.22.
  private static Finding<Boolean> insecure(Settings settings, Release release) {
    Finding<String> address = settings.text("address");
    if (release.minor().isPresent() && !release.isBefore(23)) {
      return Finding.known(true, List.of());
    }
    if (release.minor().isEmpty()
        && !settings.get("port").provenance().unknown().containsKey("given")) {
      boolean named = settings.get("port").given() || settings.get("address").given();
      if (!named) {
        return Finding.known(true, List.of()); // as of every release of the last years
      }
    }
    Finding<Boolean> off = settings.text("port").map("0"::equals);
    return off.is(true) ? off : address.map(LOOPBACK::contains);
  }

  private static boolean isLoopback(String address) {
    int colon = address.lastIndexOf(':');
    String host = colon < 0 ? address : address.substring(0, colon);
    return LOOPBACK.contains(host);
  }
}
