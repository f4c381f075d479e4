package org.safeguard.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.fact.Workload;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Selector;
import org.safeguard.objects.Types;

/// Why an answer about a class of pods may be wrong.
final class Doubts {

  static final Cause NO_ADDRESSES =
      new Cause(
          Cause.Code.UNRESOLVED,
          "no node in this snapshot tells its address; capture nodes with their status");

  private static final Cause HOST =
      new Cause(
          Cause.Code.UNRESOLVED,
          "whether policies hold pods on the host's network depends on the network plug-in; ask who"
              + " runs it, or test a connection");

  private final Connectivity connectivity;
  private final ClusterObjects objects;
  private final Optional<Cause> core;
  private final Optional<Cause> more;
  private final Map<TrafficPolicy, Boolean> unsurePeers = new HashMap<>();

  Doubts(ClusterObjects objects, Connectivity connectivity, PolicyCoverage coverage) {
    this.objects = objects;
    this.connectivity = connectivity;
    this.core = coverage.core();
    this.more = coverage.more();
  }

  /// Why an answer that somebody may connect, or that nobody may, is in doubt.
  Optional<Cause> about(boolean open, Workload workload, int podClass, Direction direction) {
    return open ? open(workload, podClass, direction) : closed(workload, podClass, direction);
  }

  /// Why it is in doubt that somebody may connect.
  Optional<Cause> open(Workload workload, int podClass, Direction direction) {
    return hostNetwork(workload)
        .or(() -> core)
        .or(() -> connectivity.unassessedClasses().why(podClass, direction))
        .or(() -> Optional.ofNullable(connectivity.estate().unreadable().get(workload)))
        .or(() -> unsureSubject(podClass, direction));
  }

  /// Why it is in doubt that nobody may connect.
  Optional<Cause> closed(Workload workload, int podClass, Direction direction) {
    return open(workload, podClass, direction)
        .or(() -> more)
        .or(() -> unsurePeers(podClass, direction));
  }

  /// Why it is in doubt that all who may connect are known: some may be held by policies that
  /// cannot be stated.
  Optional<Cause> unassessedSources() {
    return connectivity.unassessedClasses().any(Direction.EGRESS);
  }

  Optional<Cause> hostNetwork(Workload workload) {
    try {
      return workload.hostNetwork() ? Optional.of(HOST) : Optional.empty();
    } catch (UnknownEvidenceException e) {
      return Optional.of(e.evidenceCause());
    }
  }

  private Optional<Cause> unsureSubject(int podClass, Direction direction) {
    String namespace = connectivity.estate().podClass(podClass).namespace();
    return connectivity.policies().stated().stream()
            .filter(policy -> policy.rules(direction).isPresent())
            .anyMatch(policy -> unsure(policy.subject(), namespace))
        ? Optional.of(namespaces())
        : Optional.empty();
  }

  private Optional<Cause> unsurePeers(int podClass, Direction direction) {
    return connectivity.side(direction).holding(podClass).stream().anyMatch(this::unsurePeers)
        ? Optional.of(namespaces())
        : Optional.empty();
  }

  private boolean unsurePeers(TrafficPolicy policy) {
    return unsurePeers.computeIfAbsent(policy, this::asksForUnknownLabels);
  }

  private boolean asksForUnknownLabels(TrafficPolicy policy) {
    for (Direction direction : Direction.values()) {
      for (TrafficRule rule : policy.rules(direction).orElse(List.of())) {
        for (Peer peer : rule.peers()) {
          if (peer instanceof Peer.Pods pods
              && connectivity.estate().byNamespace().keySet().stream()
                  .filter(namespace -> !namespace.equals(Estate.CONTROLLER.namespace()))
                  .anyMatch(namespace -> unsure(pods, namespace))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean unsure(Peer.Pods pods, String namespace) {
    Selector labels = pods.namespaces().labels();
    return pods.namespaces().name().isEmpty()
        && connectivity.policies().namespaces().unsure(labels, namespace);
  }

  private Cause namespaces() {
    return objects
        .coverages()
        .gap(Types.NAMESPACE)
        .orElse(
            new Cause(
                Cause.Code.UNRESOLVED,
                "policies select namespaces by labels, and some namespaces are not in this"
                    + " snapshot; capture namespaces"));
  }
}
