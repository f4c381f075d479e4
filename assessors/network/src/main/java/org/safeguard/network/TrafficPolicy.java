package org.safeguard.network;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.safeguard.objects.Place;

/// A policy of any API in the terms that all have in common.
///
/// @param object the whole policy
/// @param name kind, namespace and name, for people
/// @param tier when it is asked
/// @param priority within the tier; the lowest is asked first
/// @param subject the pods it holds
/// @param ingress rules for traffic in; empty when it does not hold that
/// @param egress rules for traffic out; empty when it does not hold that
record TrafficPolicy(
    Place object,
    String name,
    Tier tier,
    long priority,
    Peer.Pods subject,
    Optional<List<TrafficRule>> ingress,
    Optional<List<TrafficRule>> egress) {

  /// The order in which policies are asked. See the
  /// [network policy API](https://network-policy-api.sigs.k8s.io/api-overview/).
  enum Tier {
    /// Decides before everybody.
    ADMIN,
    /// Closes what it holds and adds up what is allowed.
    NAMESPACE,
    /// Decides what nobody held.
    BASELINE
  }

  static final Comparator<TrafficPolicy> ORDER =
      Comparator.comparing(TrafficPolicy::tier)
          .thenComparing(TrafficPolicy::priority)
          .thenComparing(TrafficPolicy::name);

  Optional<List<TrafficRule>> rules(Direction direction) {
    return switch (direction) {
      case INGRESS -> ingress;
      case EGRESS -> egress;
    };
  }
}
