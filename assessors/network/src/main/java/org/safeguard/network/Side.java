package org.safeguard.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.safeguard.network.PodClass.NamedPort;
import org.safeguard.network.TrafficPolicy.Tier;
import org.safeguard.network.TrafficRule.Action;

/// What all policies together let pods do in one direction.
///
/// The other ends have numbers: first the classes of pods, then the ranges of addresses outside.
/// Pods held by the same policies share one row of answers, so that the work grows with the number
/// of different sets of policies and not with the number of pods.
final class Side {

  private record Key(List<Integer> policies, Set<NamedPort> ports) {}

  private final Direction direction;
  private final Estate estate;
  private final NamespaceLabels labels;
  private final List<TrafficPolicy> policies;
  private final List<AddressRange> outside;
  private final ConnectionTable table;
  private final Map<Peer, BitSet> matches = new HashMap<>();
  private final List<List<Integer>> holding = new ArrayList<>();
  private final Map<Key, int[]> rows = new HashMap<>();
  private final List<int[]> byClass;

  Side(
      Direction direction,
      Estate estate,
      NamespaceLabels labels,
      List<TrafficPolicy> policies,
      ConnectionTable table) {
    this.direction = direction;
    this.estate = estate;
    this.labels = labels;
    this.table = table;
    this.policies = policies.stream().filter(p -> p.rules(direction).isPresent()).toList();
    this.byClass = new ArrayList<>(Collections.nCopies(estate.size(), new int[0]));
    this.outside = Addresses.partition(addresses());
    hold();
  }

  private List<Addresses> addresses() {
    List<Addresses> found = new ArrayList<>();
    for (TrafficPolicy policy : policies) {
      for (TrafficRule rule : policy.rules(direction).orElse(List.of())) {
        for (Peer peer : rule.peers()) {
          if (peer instanceof Peer.Outside(Addresses addresses)) {
            found.add(addresses);
          }
        }
      }
    }
    return found;
  }

  private void hold() {
    for (int i = 0; i < estate.size(); i++) {
      holding.add(new ArrayList<>(2));
    }
    for (int p = 0; p < policies.size(); p++) {
      BitSet held = matching(policies.get(p).subject());
      for (int i = held.nextSetBit(0); i >= 0; i = held.nextSetBit(i + 1)) {
        holding.get(i).add(p);
      }
    }
  }

  /// The ranges of addresses outside of the cluster, cut where a policy of this direction cuts.
  List<AddressRange> outside() {
    return outside;
  }

  /// The policies that hold a class of pods.
  List<TrafficPolicy> holding(int podClass) {
    return holding.get(podClass).stream().map(policies::get).toList();
  }

  /// What each other end may be connected by, as numbers in the table.
  int[] row(int podClass) {
    int[] known = byClass.get(podClass);
    if (known.length == 0) {
      known = find(podClass);
      byClass.set(podClass, known);
    }
    return known;
  }

  private int[] find(int podClass) {
    List<Integer> held = holding.get(podClass);
    boolean names = direction == Direction.INGRESS && held.stream().anyMatch(this::namesPorts);
    Set<NamedPort> ports = names ? estate.podClass(podClass).namedPorts() : Set.of();
    return rows.computeIfAbsent(new Key(held, ports), this::compute);
  }

  private boolean namesPorts(int policy) {
    return policies.get(policy).rules(direction).orElse(List.of()).stream()
        .anyMatch(rule -> !rule.ports().named().isEmpty());
  }

  private int[] compute(Key key) {
    List<TrafficPolicy> held = key.policies().stream().map(policies::get).toList();
    Verdicts verdicts = new Verdicts(estate.size() + outside.size(), table);
    held.stream()
        .filter(policy -> policy.tier() == Tier.ADMIN)
        .forEach(policy -> decide(policy, key.ports(), verdicts));
    verdicts.nextTier();
    List<TrafficPolicy> own = held.stream().filter(p -> p.tier() == Tier.NAMESPACE).toList();
    if (!own.isEmpty()) {
      int[] allowed = new int[estate.size() + outside.size()];
      own.forEach(policy -> add(policy, key.ports(), allowed));
      return verdicts.closed(allowed);
    }
    held.stream()
        .filter(policy -> policy.tier() == Tier.BASELINE)
        .forEach(policy -> decide(policy, key.ports(), verdicts));
    return verdicts.open();
  }

  private void decide(TrafficPolicy policy, Set<NamedPort> ports, Verdicts verdicts) {
    for (TrafficRule rule : policy.rules(direction).orElse(List.of())) {
      int[] meant = meant(rule, ports);
      for (int i = 0; i < meant.length; i++) {
        verdicts.decide(i, meant[i], rule.action());
      }
    }
  }

  private void add(TrafficPolicy policy, Set<NamedPort> ports, int[] allowed) {
    for (TrafficRule rule : policy.rules(direction).orElse(List.of())) {
      if (rule.action() == Action.ALLOW) {
        IntUnaryOperator meant = connections(rule, ports);
        BitSet peers = peers(rule);
        for (int i = peers.nextSetBit(0); i >= 0; i = peers.nextSetBit(i + 1)) {
          allowed[i] = table.union(allowed[i], meant.applyAsInt(i));
        }
      }
    }
  }

  private int[] meant(TrafficRule rule, Set<NamedPort> ports) {
    int[] meant = new int[estate.size() + outside.size()];
    IntUnaryOperator connections = connections(rule, ports);
    BitSet peers = peers(rule);
    for (int i = peers.nextSetBit(0); i >= 0; i = peers.nextSetBit(i + 1)) {
      meant[i] = connections.applyAsInt(i);
    }
    return meant;
  }

  /// What a rule means for each other end. The names of ports are those of the destination.
  private IntUnaryOperator connections(TrafficRule rule, Set<NamedPort> ports) {
    PortChoice choice = rule.ports();
    if (choice.named().isEmpty() || direction == Direction.INGRESS) {
      int same = table.number(choice.at(ports));
      return _ -> same;
    }
    Map<Set<NamedPort>, Integer> known = new HashMap<>();
    return other -> {
      Set<NamedPort> named = other < estate.size() ? estate.podClass(other).namedPorts() : Set.of();
      return known.computeIfAbsent(named, at -> table.number(choice.at(at)));
    };
  }

  private BitSet peers(TrafficRule rule) {
    if (rule.peers().size() == 1) {
      return matching(rule.peers().getFirst());
    }
    BitSet all = new BitSet();
    rule.peers().forEach(peer -> all.or(matching(peer)));
    return all;
  }

  private BitSet matching(Peer peer) {
    BitSet known = matches.get(peer);
    if (known == null) {
      known = find(peer);
      matches.put(peer, known);
    }
    return known;
  }

  private BitSet find(Peer peer) {
    return switch (peer) {
      case Peer.Anyone _ -> {
        BitSet all = new BitSet();
        all.set(0, estate.size() + outside.size());
        yield all;
      }
      case Peer.Pods pods -> estate.matching(pods, labels);
      case Peer.Outside(Addresses addresses) -> {
        BitSet found = new BitSet();
        for (int i = 0; i < outside.size(); i++) {
          found.set(estate.size() + i, addresses.contains(outside.get(i)));
        }
        yield found;
      }
    };
  }

  /// What tiers decided so far about each other end.
  private static final class Verdicts {
    private final ConnectionTable table;
    private final int[] open;
    private final int[] allowed;
    private final int[] passed;

    Verdicts(int size, ConnectionTable table) {
      this.table = table;
      this.open = new int[size];
      this.allowed = new int[size];
      this.passed = new int[size];
      Arrays.fill(open, ConnectionTable.ALL);
    }

    void decide(int i, int meant, Action action) {
      int hit = table.intersection(open[i], meant);
      if (hit == ConnectionTable.NONE) {
        return;
      }
      open[i] = table.minus(open[i], hit);
      switch (action) {
        case ALLOW -> allowed[i] = table.union(allowed[i], hit);
        case PASS -> passed[i] = table.union(passed[i], hit);
        case DENY -> {}
      }
    }

    /// What was passed is open again.
    void nextTier() {
      for (int i = 0; i < open.length; i++) {
        open[i] = table.union(open[i], passed[i]);
        passed[i] = ConnectionTable.NONE;
      }
    }

    /// The answer where only what is listed is allowed.
    int[] closed(int[] listed) {
      for (int i = 0; i < open.length; i++) {
        allowed[i] = table.union(allowed[i], table.intersection(open[i], listed[i]));
      }
      return allowed;
    }

    /// The answer where everything is allowed that nobody denied.
    int[] open() {
      nextTier();
      for (int i = 0; i < open.length; i++) {
        allowed[i] = table.union(allowed[i], open[i]);
      }
      return allowed;
    }
  }
}
