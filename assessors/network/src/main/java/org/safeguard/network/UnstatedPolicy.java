package org.safeguard.network;

import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.Place;

/// A policy whose effect cannot be stated exactly, so that what it may hold is not assessed.
///
/// @param object the whole policy
/// @param name kind, namespace and name, for people
/// @param subject the pods that it may hold; empty where not even that can be said
/// @param ingress whether it may hold traffic in
/// @param egress whether it may hold traffic out
/// @param pods whether connections with pods are affected, and not only those with the outside
/// @param cause why
record UnstatedPolicy(
    Place object,
    String name,
    Optional<Peer.Pods> subject,
    boolean ingress,
    boolean egress,
    boolean pods,
    Cause cause) {

  boolean holds(Direction direction) {
    return switch (direction) {
      case INGRESS -> ingress;
      case EGRESS -> egress;
    };
  }
}
