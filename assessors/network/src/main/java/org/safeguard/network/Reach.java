package org.safeguard.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.safeguard.model.fact.Workload;

/// What connectivity means for one class of pods, computed once for all of its workloads.
final class Reach {

  private final Connectivity connectivity;
  private final Estate estate;
  private final List<List<Workload>> members = new ArrayList<>();
  private final BitSet[] sources;
  private final Map<BitSet, TreeSet<String>> namespaces = new HashMap<>();

  Reach(Connectivity connectivity) {
    this.connectivity = connectivity;
    this.estate = connectivity.estate();
    this.sources = new BitSet[estate.size()];
    for (int i = 0; i < estate.size(); i++) {
      sources[i] = new BitSet();
      members.add(new ArrayList<>(1));
    }
    for (NetworkEndpoint endpoint : estate.endpoints()) {
      endpoint.workloads().forEach(w -> members.get(estate.classOf(w)).add(w));
    }
    pairs();
  }

  private void pairs() {
    for (int from = 0; from < estate.size(); from++) {
      if (from != estate.controller()) {
        for (int to = 0; to < estate.size(); to++) {
          if (connectivity.between(from, to) != ConnectionTable.NONE) {
            sources[to].set(from);
          }
        }
      }
    }
  }

  /// The classes with pods that may connect to pods of this one.
  BitSet sources(int podClass) {
    return sources[podClass];
  }

  List<Workload> members(int podClass) {
    return members.get(podClass);
  }

  /// How many workloads beside one of its own may connect to a class.
  long workloads(int podClass) {
    long all = sources[podClass].stream().mapToLong(i -> members.get(i).size()).sum();
    return sources[podClass].get(podClass) ? all - 1 : all;
  }

  /// The namespaces with workloads that may connect to a class.
  TreeSet<String> namespaces(int podClass) {
    return namespaces.computeIfAbsent(
        sources[podClass],
        bits -> {
          TreeSet<String> names = new TreeSet<>();
          bits.stream().forEach(i -> names.add(estate.podClass(i).namespace()));
          return names;
        });
  }

  /// What pods of a class may be connected to by anybody.
  Connections fromAnybody(int podClass) {
    int found = ConnectionTable.NONE;
    for (int allowed : connectivity.side(Direction.INGRESS).row(podClass)) {
      found = connectivity.table().union(found, allowed);
    }
    return connectivity.table().get(found);
  }

  /// Whether connections with public addresses are allowed.
  boolean internet(Direction direction, int podClass) {
    Side side = connectivity.side(direction);
    int[] row = side.row(podClass);
    for (int i = 0; i < side.outside().size(); i++) {
      if (row[estate.size() + i] != ConnectionTable.NONE
          && PublicAddresses.has(side.outside().get(i))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a class may connect to some of these addresses by one of these ports.
  boolean to(int podClass, List<AddressRange> addresses, Connections ports) {
    return addresses.stream().anyMatch(address -> to(podClass, address, ports));
  }

  private boolean to(int podClass, AddressRange address, Connections ports) {
    Side side = connectivity.side(Direction.EGRESS);
    int[] row = side.row(podClass);
    for (int i = 0; i < side.outside().size(); i++) {
      if (side.outside().get(i).contains(address)) {
        return !connectivity.table().get(row[estate.size() + i]).intersection(ports).isEmpty();
      }
    }
    return false;
  }

  /// Whether a class may connect to addresses that are not known: true or false where all private
  /// and public addresses have the same answer.
  Optional<Boolean> toUnknown(int podClass, Connections ports) {
    Side side = connectivity.side(Direction.EGRESS);
    int[] row = side.row(podClass);
    boolean some = false;
    boolean all = true;
    for (int i = 0; i < side.outside().size(); i++) {
      boolean open =
          !connectivity.table().get(row[estate.size() + i]).intersection(ports).isEmpty();
      some |= open;
      all &= open;
    }
    return some == all ? Optional.of(some) : Optional.empty();
  }
}
