package org.safeguard.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Selector;
import org.safeguard.objects.Types;

/// Who may connect to whom by all network policies of a cluster, and by the ways in from outside.
public final class Connectivity {

  /// How the ingress controller is called that is not in the snapshot.
  public static final String CONTROLLER = "{ingress-controller}";

  private static final Set<String> GROUPS =
      Set.of(
          "networking.k8s.io",
          "policy.networking.k8s.io",
          GatewayRoutes.GROUP,
          "cilium.io",
          "crd.projectcalico.org",
          "projectcalico.org");

  /// One line of the table.
  ///
  /// @param source a workload, a range of addresses or the ingress controller
  /// @param destination a workload or a range of addresses
  /// @param connections what is allowed, at least something
  public record Row(String source, String destination, Connections connections) {}

  /// Receives the table line by line.
  @FunctionalInterface
  public interface Rows {
    void row(String source, String destination, Connections connections);
  }

  /// One end of a line.
  ///
  /// @param classes of the pods, or none for a range
  /// @param outside the number of a range, or -1
  private record End(String name, int[] classes, int outside) {}

  private final Policies policies;
  private final Estate estate;
  private final ConnectionTable table = new ConnectionTable();
  private final Side ingress;
  private final Side egress;
  private final Unassessed unassessed;
  private final WaysIn waysIn;

  private Connectivity(ClusterObjects objects, List<Workload> workloads) {
    this.policies = Policies.of(objects);
    this.estate = new Estate(workloads);
    NamespaceLabels labels = policies.namespaces();
    this.ingress = new Side(Direction.INGRESS, estate, labels, policies.stated(), table);
    this.egress = new Side(Direction.EGRESS, estate, labels, policies.stated(), table);
    this.unassessed = new Unassessed(estate, labels, policies.unstated());
    this.waysIn = WaysIn.of(objects, estate);
  }

  /// The connectivity of a cluster.
  ///
  /// @param objects its objects
  /// @param workloads the workloads among them
  public static Connectivity of(ClusterObjects objects, List<Workload> workloads) {
    return new Connectivity(objects, workloads);
  }

  /// Whether connections depend on objects of a type, beside the workloads themselves.
  public static boolean reads(ResourceType type) {
    return Set.of(Types.NAMESPACE, Types.SERVICE, WaysIn.ROUTE).contains(type)
        || GROUPS.contains(type.group());
  }

  /// The workloads in the order of their names.
  public List<NetworkEndpoint> workloads() {
    return estate.endpoints();
  }

  /// What may connect to what, sorted; what is not assessed is left out. The other side of a
  /// workload is a workload or a range of IPv4 addresses.
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    forEach(
        (source, destination, connections) -> rows.add(new Row(source, destination, connections)));
    return rows;
  }

  /// Goes through [#rows] without keeping them.
  public void forEach(Rows rows) {
    List<End> destinations = ends(egress);
    for (End source : ends(ingress)) {
      for (End destination : destinations) {
        if (isLine(source, destination)) {
          tell(rows, source.name(), destination.name(), between(source, destination));
        }
      }
    }
    fromController(rows);
  }

  private static boolean isLine(End source, End destination) {
    return source.outside() < 0
        ? destination.outside() >= 0 || !source.name().equals(destination.name())
        : destination.outside() < 0;
  }

  private void fromController(Rows rows) {
    Map<Integer, Integer> published = waysIn.fromController(table);
    for (NetworkEndpoint endpoint : estate.endpoints()) {
      int found = ConnectionTable.NONE;
      for (int podClass : endpoint.classes()) {
        int wanted = published.getOrDefault(podClass, ConnectionTable.NONE);
        found =
            table.union(found, table.intersection(wanted, between(estate.controller(), podClass)));
      }
      tell(rows, CONTROLLER, endpoint.toString(), found);
    }
  }

  private void tell(Rows rows, String source, String destination, int connections) {
    if (connections != ConnectionTable.NONE) {
      rows.row(source, destination, table.get(connections));
    }
  }

  private List<End> ends(Side side) {
    Map<String, End> sorted = new TreeMap<>();
    for (NetworkEndpoint endpoint : estate.endpoints()) {
      sorted.put(
          endpoint.toString(),
          new End(
              endpoint.toString(),
              endpoint.classes().stream().mapToInt(Integer::intValue).toArray(),
              -1));
    }
    for (int i = 0; i < side.outside().size(); i++) {
      if (!side.outside().get(i).v6()) {
        String name = side.outside().get(i) + "[External]";
        sorted.put(name, new End(name, new int[0], i));
      }
    }
    return List.copyOf(sorted.values());
  }

  private int between(End source, End destination) {
    int found = ConnectionTable.NONE;
    if (source.outside() >= 0) {
      for (int to : destination.classes()) {
        found = table.union(found, fromOutside(source.outside(), to));
      }
      return found;
    }
    for (int from : source.classes()) {
      if (destination.outside() >= 0) {
        found = table.union(found, toOutside(from, destination.outside()));
      }
      for (int to : destination.classes()) {
        found = table.union(found, between(from, to));
      }
    }
    return found;
  }

  /// What pods of one class may connect to at pods of another.
  int between(int from, int to) {
    if (unassessed.pods(from, Direction.EGRESS) || unassessed.pods(to, Direction.INGRESS)) {
      return ConnectionTable.NONE;
    }
    return table.intersection(egress.row(from)[to], ingress.row(to)[from]);
  }

  int fromOutside(int range, int to) {
    return unassessed.outside(to, Direction.INGRESS)
        ? ConnectionTable.NONE
        : ingress.row(to)[estate.size() + range];
  }

  int toOutside(int from, int range) {
    return unassessed.outside(from, Direction.EGRESS)
        ? ConnectionTable.NONE
        : egress.row(from)[estate.size() + range];
  }

  Side side(Direction direction) {
    return switch (direction) {
      case INGRESS -> ingress;
      case EGRESS -> egress;
    };
  }

  Estate estate() {
    return estate;
  }

  Policies policies() {
    return policies;
  }

  ConnectionTable table() {
    return table;
  }

  WaysIn waysIn() {
    return waysIn;
  }

  Unassessed unassessedClasses() {
    return unassessed;
  }

  /// What is left out of [#rows] since a policy cannot be stated exactly or labels are not known.
  public List<NotAssessed> notAssessed() {
    return unassessed.list();
  }

  /// Namespaces of which policies ask for labels that the snapshot does not tell; the table takes
  /// them to have none beside their name.
  public List<String> namespacesWithoutLabels() {
    Set<Selector> selectors = policies.selectors();
    return estate.byNamespace().keySet().stream()
        .filter(namespace -> !namespace.equals(Estate.CONTROLLER.namespace()))
        .filter(
            namespace ->
                selectors.stream().anyMatch(s -> policies.namespaces().unsure(s, namespace)))
        .toList();
  }
}
