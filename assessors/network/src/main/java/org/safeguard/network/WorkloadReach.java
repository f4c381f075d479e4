package org.safeguard.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Reachability;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.fact.Workload;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// The facts about who may connect to each workload, and to whom it may connect.
///
/// That somebody may connect is known once every policy of the core is; that nobody may is known
/// only where nothing is missing that could allow it.
final class WorkloadReach {

  private static final Set<String> EPHI = Set.of("creates", "receives", "maintains", "transmits");
  private static final int MOST_READINGS = 12;
  private static final Connections ANY = Connections.ALL;
  private static final Connections KUBELET =
      Connections.of(Protocol.TCP, Ports.range(10250, 10250))
          .union(Connections.of(Protocol.TCP, Ports.range(10255, 10255)));

  private record Strangers(BitSet sources, String namespace) {}

  private final ClusterObjects objects;
  private final Connectivity connectivity;
  private final Reach reach;
  private final Doubts doubts;
  private final PolicyCoverage coverage;
  private final Optional<List<AddressRange>> nodes;
  private final ApiServer apiServer;
  private final Map<Strangers, List<String>> strangers = new HashMap<>();
  private final Map<Integer, List<WayIn>> waysIn = new HashMap<>();

  WorkloadReach(
      ClusterObjects objects, Connectivity connectivity, Reach reach, PolicyCoverage coverage) {
    this.objects = objects;
    this.connectivity = connectivity;
    this.reach = reach;
    this.coverage = coverage;
    this.doubts = new Doubts(objects, connectivity, coverage);
    this.nodes = nodes(objects);
    this.apiServer = ApiServer.of(objects);
    for (WayIn way : connectivity.waysIn().all()) {
      way.targets()
          .keySet()
          .forEach(c -> waysIn.computeIfAbsent(c, _ -> new ArrayList<>()).add(way));
    }
  }

  private static Optional<List<AddressRange>> nodes(ClusterObjects objects) {
    try {
      return Optional.of(new NodeAddresses(objects).selected(Peer.EVERYTHING).ranges())
          .filter(ranges -> !ranges.isEmpty());
    } catch (UnstatedException _) {
      return Optional.empty();
    }
  }

  Reachability of(Workload workload) {
    return new One(workload).fact();
  }

  /// One workload's fact in the making.
  private final class One {

    private final Workload workload;
    private final int podClass;
    private final Trace trace;
    private final List<Reading> in;
    private final List<Reading> out;

    One(Workload workload) {
      this.workload = workload;
      this.podClass = connectivity.estate().classOf(workload);
      Place object = objects.place(workload.provenance().resource());
      this.trace = new Trace(object);
      this.in = holding(Direction.INGRESS);
      this.out = holding(Direction.EGRESS);
    }

    Reachability fact() {
      return new Reachability(
          workload.kind(),
          workload.namespace(),
          workload.name(),
          copied("ephi", workload::ephi, "unknown"),
          workload.systemComponent(),
          copied("hostNetwork", workload::hostNetwork, false),
          images(),
          held("ingressHeld", Direction.INGRESS),
          held("egressHeld", Direction.EGRESS),
          policies(),
          unstated(),
          fromWorkloads(),
          fromNamespaces(),
          strangers(),
          internet("fromInternet", Direction.INGRESS),
          waysIn(),
          internet("toInternet", Direction.EGRESS),
          outward("toMetadata", reach.to(podClass, PublicAddresses.METADATA, ANY)),
          toNodes(),
          toApiServer(),
          trace.done());
    }

    private <T> T copied(String component, Supplier<T> value, T fallback) {
      trace.read(component, workload.provenance().readings(component));
      try {
        return value.get();
      } catch (UnknownEvidenceException e) {
        trace.unknown(component, e.evidenceCause());
        return fallback;
      }
    }

    private List<String> images() {
      List<String> images = new ArrayList<>();
      List<Reading> readings = new ArrayList<>();
      try {
        for (Container container : workload.containers()) {
          images.add(container.image().repository());
          readings.add(container.provenance().readings("image").getFirst());
        }
      } catch (UnknownEvidenceException e) {
        trace.unknown("images", e.evidenceCause());
      }
      trace.read("images", readings);
      return images;
    }

    private List<Reading> holding(Direction direction) {
      List<Reading> readings = new ArrayList<>();
      for (TrafficPolicy policy : connectivity.side(direction).holding(podClass)) {
        if (readings.size() < MOST_READINGS) {
          readings.add(policy.object().at("spec").reading());
        }
      }
      return readings.isEmpty() ? List.of(workload.provenance().self()) : List.copyOf(readings);
    }

    private boolean held(String component, Direction direction) {
      boolean held = !connectivity.side(direction).holding(podClass).isEmpty();
      trace.read(component, direction == Direction.INGRESS ? in : out);
      trace.unknown(
          component,
          held ? doubts.hostNetwork(workload) : doubts.open(workload, podClass, direction));
      return held;
    }

    private List<String> policies() {
      TreeSet<String> names = new TreeSet<>();
      for (Direction direction : Direction.values()) {
        connectivity.side(direction).holding(podClass).forEach(p -> names.add(p.name()));
      }
      trace.read("policies", in);
      trace.unknown("policies", coverage.core());
      return List.copyOf(names);
    }

    private List<String> unstated() {
      trace.read("unstatedPolicies", in);
      List<UnstatedPolicy> holding = connectivity.unassessedClasses().holding(podClass);
      if (!holding.isEmpty()) {
        trace.read(
            "unstatedPolicies",
            holding.stream().limit(MOST_READINGS).map(p -> p.object().reading()).toList());
      }
      trace.unknown("unstatedPolicies", coverage.core());
      return holding.stream().map(UnstatedPolicy::name).distinct().sorted().toList();
    }

    private long fromWorkloads() {
      long number = reach.workloads(podClass);
      fromPods("fromWorkloads", number == 0);
      return number;
    }

    private List<String> fromNamespaces() {
      List<String> names = new ArrayList<>(reach.namespaces(podClass));
      names.remove(workload.namespace());
      fromPods("fromNamespaces", names.isEmpty());
      return names;
    }

    private List<String> strangers() {
      List<String> names = List.of();
      if (EPHI.contains(copied("strangers", workload::ephi, "unknown"))) {
        Strangers key = new Strangers(reach.sources(podClass), workload.namespace());
        names = strangers.computeIfAbsent(key, this::find);
      }
      fromPods("strangers", names.isEmpty());
      return names;
    }

    private List<String> find(Strangers key) {
      List<String> found = new ArrayList<>();
      key.sources().stream()
          .filter(i -> !connectivity.estate().podClass(i).namespace().equals(key.namespace()))
          .forEach(
              i ->
                  reach.members(i).stream()
                      .filter(WorkloadReach::isStranger)
                      .forEach(w -> found.add(w.kind() + " " + w.namespace() + "/" + w.name())));
      found.sort(null);
      return List.copyOf(found);
    }

    /// Notes where an answer about other pods was read and what speaks against it.
    private void fromPods(String component, boolean none) {
      trace.read(component, in);
      trace.unknown(
          component,
          none
              ? doubts
                  .closed(workload, podClass, Direction.INGRESS)
                  .or(objects::workloadGap)
                  .or(doubts::unassessedSources)
              : doubts.open(workload, podClass, Direction.INGRESS));
    }

    private boolean internet(String component, Direction direction) {
      boolean open = reach.internet(direction, podClass);
      trace.read(component, direction == Direction.INGRESS ? in : out);
      trace.unknown(component, doubts.about(open, workload, podClass, direction));
      return open;
    }

    private boolean outward(String component, boolean open) {
      trace.read(component, out);
      trace.unknown(component, doubts.about(open, workload, podClass, Direction.EGRESS));
      return open;
    }

    private boolean toNodes() {
      if (nodes.isPresent()) {
        return outward("toNodes", reach.to(podClass, nodes.get(), KUBELET));
      }
      return unknown("toNodes", KUBELET, new NodeAddresses(objects).gap());
    }

    private boolean toApiServer() {
      if (!apiServer.addresses().isEmpty()) {
        return outward("toApiServer", reach.to(podClass, apiServer.addresses(), apiServer.ports()));
      }
      return unknown("toApiServer", apiServer.ports(), Optional.of(ApiServer.GAP));
    }

    /// Of addresses that are not known something can be said where all have the same answer.
    private boolean unknown(String component, Connections ports, Optional<Cause> gap) {
      Optional<Boolean> same = reach.toUnknown(podClass, ports);
      boolean open = outward(component, same.orElse(true));
      if (same.isEmpty()) {
        trace.unknown(component, gap.orElse(Doubts.NO_ADDRESSES));
      }
      return open;
    }

    private List<String> waysIn() {
      TreeSet<String> names = new TreeSet<>();
      List<Reading> readings = new ArrayList<>();
      Connections anybody = reach.fromAnybody(podClass);
      boolean blocked = false;
      for (WayIn way : WorkloadReach.this.waysIn.getOrDefault(podClass, List.of())) {
        Connections wanted = way.targets().getOrDefault(podClass, Connections.NONE);
        if (!wanted.intersection(anybody).isEmpty()) {
          names.add(way.name());
          readings.add(way.object().at("spec").reading());
        } else {
          blocked = true;
        }
      }
      trace.read("waysIn", readings.isEmpty() ? in : readings);
      if (names.isEmpty()) {
        trace.unknown("waysIn", coverage.waysIn());
        if (blocked) {
          trace.unknown("waysIn", doubts.closed(workload, podClass, Direction.INGRESS));
        }
      }
      return List.copyOf(names);
    }
  }

  private static boolean isStranger(Workload workload) {
    try {
      return !EPHI.contains(workload.ephi());
    } catch (UnknownEvidenceException _) {
      return true;
    }
  }
}
