package org.safeguard.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Workload;

/// The pods whose connections nobody can say, since a policy that may hold them cannot be stated
/// or their labels are not known.
final class Unassessed {

  private final Estate estate;
  private final List<UnstatedPolicy> policies;
  private final List<BitSet> held = new ArrayList<>();
  private final BitSet podsIn = new BitSet();
  private final BitSet podsOut = new BitSet();
  private final BitSet outsideIn = new BitSet();
  private final BitSet outsideOut = new BitSet();

  Unassessed(Estate estate, NamespaceLabels labels, List<UnstatedPolicy> policies) {
    this.estate = estate;
    this.policies = policies;
    for (UnstatedPolicy policy : policies) {
      BitSet all = new BitSet();
      all.set(0, estate.size());
      held.add(policy.subject().map(subject -> estate.matching(subject, labels)).orElse(all));
      mark(policy, held.getLast());
    }
    for (Workload workload : estate.unreadable().keySet()) {
      for (Direction direction : Direction.values()) {
        mark(direction, estate.classOf(workload), true);
      }
    }
  }

  private void mark(UnstatedPolicy policy, BitSet classes) {
    for (Direction direction : Direction.values()) {
      if (policy.holds(direction)) {
        classes.stream().forEach(i -> mark(direction, i, policy.pods()));
      }
    }
  }

  private void mark(Direction direction, int podClass, boolean alsoPods) {
    outside(direction).set(podClass);
    if (alsoPods) {
      pods(direction).set(podClass);
    }
  }

  private BitSet pods(Direction direction) {
    return direction == Direction.INGRESS ? podsIn : podsOut;
  }

  private BitSet outside(Direction direction) {
    return direction == Direction.INGRESS ? outsideIn : outsideOut;
  }

  /// Whether connections with pods are not assessed.
  boolean pods(int podClass, Direction direction) {
    return pods(direction).get(podClass);
  }

  /// Whether connections with addresses outside are not assessed.
  boolean outside(int podClass, Direction direction) {
    return outside(direction).get(podClass);
  }

  /// The policies that may hold a class and cannot be stated.
  List<UnstatedPolicy> holding(int podClass) {
    List<UnstatedPolicy> holding = new ArrayList<>();
    for (int p = 0; p < policies.size(); p++) {
      if (held.get(p).get(podClass)) {
        holding.add(policies.get(p));
      }
    }
    return holding;
  }

  /// Why connections of a class are not assessed; empty where they are.
  Optional<Cause> why(int podClass, Direction direction) {
    return holding(podClass).stream()
        .filter(policy -> policy.holds(direction))
        .map(UnstatedPolicy::cause)
        .findFirst();
  }

  /// Why the connections of some class with pods are not assessed; empty where all are.
  Optional<Cause> any(Direction direction) {
    for (int p = 0; p < policies.size(); p++) {
      if (policies.get(p).holds(direction) && policies.get(p).pods() && !held.get(p).isEmpty()) {
        return Optional.of(policies.get(p).cause());
      }
    }
    return pods(direction).isEmpty()
        ? Optional.empty()
        : estate.unreadable().values().stream().findFirst();
  }

  List<NotAssessed> list() {
    List<NotAssessed> list = new ArrayList<>();
    for (NetworkEndpoint endpoint : estate.endpoints()) {
      for (int p = 0; p < policies.size(); p++) {
        if (endpoint.classes().stream().anyMatch(held.get(p)::get)) {
          note(endpoint, policies.get(p), list);
        }
      }
      for (Workload workload : endpoint.workloads()) {
        Cause cause = estate.unreadable().get(workload);
        if (cause != null) {
          for (Direction direction : Direction.values()) {
            list.add(note(endpoint, direction, true, endpoint.toString(), cause));
          }
        }
      }
    }
    list.sort(
        Comparator.comparing(NotAssessed::workload)
            .thenComparing(NotAssessed::policy)
            .thenComparing(NotAssessed::direction, Comparator.reverseOrder()));
    return list.stream().distinct().toList();
  }

  private static void note(
      NetworkEndpoint endpoint, UnstatedPolicy policy, List<NotAssessed> list) {
    for (Direction direction : Direction.values()) {
      if (policy.holds(direction)) {
        list.add(note(endpoint, direction, policy.pods(), policy.name(), policy.cause()));
      }
    }
  }

  private static NotAssessed note(
      NetworkEndpoint endpoint, Direction direction, boolean pods, String policy, Cause cause) {
    return new NotAssessed(endpoint.toString(), direction.rules(), pods, policy, cause);
  }
}
