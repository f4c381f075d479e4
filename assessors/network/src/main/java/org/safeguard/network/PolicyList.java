package org.safeguard.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.network.TrafficPolicy.Tier;
import org.safeguard.objects.Place;

/// Collects policies, and apart from them those that cannot be stated.
final class PolicyList {

  /// Reads the rules of one direction; empty when the policy does not hold it.
  @FunctionalInterface
  interface Rules {
    Optional<List<TrafficRule>> of(Direction direction) throws UnstatedException;
  }

  private final List<TrafficPolicy> stated = new ArrayList<>();
  private final List<UnstatedPolicy> unstated = new ArrayList<>();

  /// Adds a policy as far as it can be stated, direction by direction.
  void add(Place object, String name, Tier tier, long priority, Peer.Pods subject, Rules rules) {
    Optional<List<TrafficRule>> ingress =
        direction(object, name, subject, rules, Direction.INGRESS);
    Optional<List<TrafficRule>> egress = direction(object, name, subject, rules, Direction.EGRESS);
    stated.add(new TrafficPolicy(object, name, tier, priority, subject, ingress, egress));
  }

  private Optional<List<TrafficRule>> direction(
      Place object, String name, Peer.Pods subject, Rules rules, Direction direction) {
    try {
      return rules.of(direction);
    } catch (UnstatedException e) {
      boolean in = direction == Direction.INGRESS;
      add(new UnstatedPolicy(object, name, Optional.of(subject), in, !in, true, e.why()));
      return Optional.empty();
    }
  }

  void add(UnstatedPolicy policy) {
    unstated.add(policy);
  }

  /// Adds a policy of which not even the pods it holds can be said.
  void addUnstated(Place object, String name, Cause cause) {
    add(new UnstatedPolicy(object, name, Optional.empty(), true, true, true, cause));
  }

  List<TrafficPolicy> stated() {
    return stated.stream().sorted(TrafficPolicy.ORDER).toList();
  }

  List<UnstatedPolicy> unstated() {
    return List.copyOf(unstated);
  }
}
