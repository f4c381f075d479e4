package org.safeguard.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Port;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.network.PodClass.NamedPort;

/// The pods of a cluster in classes that no policy can tell apart.
final class Estate {

  /// The ingress controller that nobody captured: a pod of a namespace that no policy names.
  static final PodClass CONTROLLER = new PodClass("ingress-controller-ns", Map.of(), Set.of());

  /// What pods stand under.
  private record Owner(String namespace, String name, String kind) {
    @Override
    public String toString() {
      return namespace + "/" + name + "[" + kind + "]";
    }
  }

  private final List<PodClass> classes = new ArrayList<>();
  private final Map<PodClass, Integer> numbers = new HashMap<>();
  private final Map<String, BitSet> byNamespace = new TreeMap<>();
  private final List<NetworkEndpoint> endpoints = new ArrayList<>();
  private final Map<Workload, Integer> classOf = new IdentityHashMap<>();
  private final Map<Workload, Cause> unreadable = new IdentityHashMap<>();
  private final int controller;

  Estate(List<Workload> workloads) {
    Map<Owner, List<Workload>> byOwner = new TreeMap<>(Comparator.comparing(Owner::toString));
    for (Workload workload : workloads) {
      if (!workload.kind().equals("PodTemplate")) {
        byOwner.computeIfAbsent(owner(workload), _ -> new ArrayList<>()).add(workload);
      }
    }
    byOwner.forEach((owner, same) -> endpoints.add(endpoint(owner, same)));
    controller = number(CONTROLLER);
  }

  private NetworkEndpoint endpoint(Owner owner, List<Workload> same) {
    Set<Integer> found = new TreeSet<>();
    for (Workload workload : same) {
      int number = number(podClass(workload));
      classOf.put(workload, number);
      found.add(number);
    }
    return new NetworkEndpoint(
        owner.namespace(), owner.name(), owner.kind(), same, List.copyOf(found));
  }

  /// The controller of a pod, or the workload itself. Mirror pods belong to their node.
  private static Owner owner(Workload workload) {
    if (workload.kind().equals("Pod")) {
      ObjectNode metadata = workload.provenance().resource().body().object("metadata");
      for (ObjectNode owner : metadata.array("ownerReferences").objects()) {
        String kind = owner.text("kind").orElse("Node");
        String name = owner.text("name").orElse("");
        if (owner.flag("controller").orElse(false) && !kind.equals("Node") && !name.isEmpty()) {
          return new Owner(workload.namespace(), name, kind);
        }
      }
    }
    return new Owner(workload.namespace(), workload.name(), workload.kind());
  }

  private PodClass podClass(Workload workload) {
    Map<String, String> labels = Map.of();
    Set<NamedPort> ports = new HashSet<>();
    try {
      labels = workload.podLabels();
      for (Container container : workload.containers()) {
        for (Port port : container.ports()) {
          add(port, ports);
        }
      }
    } catch (UnknownEvidenceException e) {
      unreadable.put(workload, e.evidenceCause());
    }
    return new PodClass(workload.namespace(), labels, ports);
  }

  private static void add(Port port, Set<NamedPort> ports) {
    if (!port.name().isEmpty()) {
      Protocol.named(port.protocol())
          .ifPresent(p -> ports.add(new NamedPort(port.name(), p, (int) port.port())));
    }
  }

  private int number(PodClass podClass) {
    Integer known = numbers.get(podClass);
    if (known != null) {
      return known;
    }
    int number = classes.size();
    classes.add(podClass);
    numbers.put(podClass, number);
    byNamespace.computeIfAbsent(podClass.namespace(), _ -> new BitSet()).set(number);
    return number;
  }

  /// How many classes there are, the controller's included.
  int size() {
    return classes.size();
  }

  PodClass podClass(int number) {
    return classes.get(number);
  }

  int controller() {
    return controller;
  }

  /// The workloads in the order of their names.
  List<NetworkEndpoint> endpoints() {
    return endpoints;
  }

  int classOf(Workload workload) {
    return Objects.requireNonNull(classOf.get(workload), "the workload is of another cluster");
  }

  boolean knows(Workload workload) {
    return classOf.containsKey(workload);
  }

  /// The workloads whose labels or ports cannot be read, and why.
  Map<Workload, Cause> unreadable() {
    return unreadable;
  }

  /// The classes of each namespace.
  Map<String, BitSet> byNamespace() {
    return byNamespace;
  }

  /// The classes that a peer describes.
  BitSet matching(Peer.Pods peer, NamespaceLabels labels) {
    BitSet found = new BitSet(classes.size());
    Optional<String> only = peer.namespaces().name();
    if (only.isPresent()) {
      match(byNamespace.getOrDefault(only.get(), new BitSet()), peer, found);
      return found;
    }
    byNamespace.forEach(
        (namespace, members) -> {
          if (labels.selects(peer.namespaces().labels(), namespace)) {
            match(members, peer, found);
          }
        });
    return found;
  }

  private void match(BitSet members, Peer.Pods peer, BitSet found) {
    if (peer.pods().selectsAll()) {
      found.or(members);
      return;
    }
    for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
      if (peer.pods().matches(classes.get(i).labels())) {
        found.set(i);
      }
    }
  }
}
