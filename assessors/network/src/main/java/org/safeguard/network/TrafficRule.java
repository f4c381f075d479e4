package org.safeguard.network;

import java.util.List;
import org.safeguard.objects.Place;

/// One rule of a policy.
///
/// @param action what becomes of a connection that it matches
/// @param peers the other ends, any of which is enough
/// @param ports the ports at the destination
/// @param place where it is written
record TrafficRule(Action action, List<Peer> peers, PortChoice ports, Place place) {

  /// What a rule does; a network policy of the core API can only allow.
  enum Action {
    ALLOW,
    DENY,
    /// Leave it to the next tier.
    PASS
  }

  TrafficRule {
    peers = List.copyOf(peers);
  }
}
