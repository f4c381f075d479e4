package org.safeguard.nodes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.safeguard.model.fact.ApiUse;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Cluster;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// The API versions that objects are written in. One pass over the objects; only those in a version
/// that goes away become facts of their own.
final class ApiUses {

  /// @param deprecatedIn a release
  /// @param removedIn a release
  /// @param replacement an API version, empty for none
  private record Removal(String deprecatedIn, String removedIn, String replacement) {}

  private static final Removal NONE = new Removal("", "", "");
  /// Those that every API server makes for itself.
  private static final Set<String> FLOW_CONTROL =
      Set.of(
          "catch-all",
          "endpoint-controller",
          "exempt",
          "global-default",
          "kube-controller-manager",
          "kube-scheduler",
          "kube-system-service-accounts",
          "leader-election",
          "node-high",
          "probes",
          "service-accounts",
          "system",
          "system-leader-election",
          "system-node-high",
          "system-nodes",
          "workload-high",
          "workload-leader-election",
          "workload-low");

  private static final String WRITTEN_BY_SERVER = "apf.kubernetes.io/autoupdate-spec";

  private final ClusterObjects objects;
  private final Cluster cluster;
  private final Optional<Release> server;
  private final Map<String, Removal> removals = new HashMap<>();

  ApiUses(ClusterObjects objects, Cluster cluster) {
    this.objects = objects;
    this.cluster = cluster;
    this.server = Release.of(cluster.kubernetesVersion());
    for (List<String> row : Table.read("api-removals.txt", "\\s+").rows()) {
      removals.put(
          row.get(0) + ' ' + row.get(1),
          new Removal(row.get(2), row.get(3), row.get(4).equals("-") ? "" : row.get(4)));
    }
  }

  List<ApiUse> facts() {
    List<ApiUse> facts = new ArrayList<>();
    for (ResourceType type : objects.types()) {
      if (type.kind().isEmpty()) {
        continue;
      }
      Map<String, Long> kept = new TreeMap<>();
      for (Resource resource : objects.of(type)) {
        Removal removal = removals.getOrDefault(key(resource), NONE);
        if (removal == NONE) {
          kept.merge(resource.apiVersion(), 1L, Long::sum);
        } else if (!writtenByControllers(resource)) {
          facts.add(fact(resource, removal));
        }
      }
      kept.forEach((version, count) -> facts.add(fact(version, type.kind(), count)));
    }
    return facts;
  }

  private static String key(Resource resource) {
    return resource.apiVersion() + ' ' + resource.kind();
  }

  /// What a controller or the API server itself writes changes with the cluster's release.
  private static boolean writtenByControllers(Resource resource) {
    ObjectNode metadata = resource.body().object("metadata");
    boolean flowControl = resource.group().equals("flowcontrol.apiserver.k8s.io");
    return flowControl && FLOW_CONTROL.contains(resource.name())
        || !metadata.array("ownerReferences").items().isEmpty()
        || metadata.object("annotations").text(WRITTEN_BY_SERVER).orElse("").equals("true");
  }

  private ApiUse fact(Resource resource, Removal removal) {
    Place object = objects.place(resource);
    Trace trace = new Trace(object);
    for (String component : List.of("deprecatedIn", "removedIn", "replacement", "removed")) {
      trace.read(component, object.at("apiVersion").reading());
    }
    boolean removed =
        Release.of(removal.removedIn())
            .flatMap(gone -> server.map(release -> release.compareTo(gone) >= 0))
            .orElse(false);
    if (server.isEmpty()) {
      trace.unknown(
          "removed",
          new Cause(
              Cause.Code.NOT_CAPTURED,
              "the source does not tell the release of the API server; name it when assessing"));
    }
    return new ApiUse(
        resource.effectiveNamespace(),
        resource.name(),
        resource.apiVersion(),
        resource.kind(),
        1,
        removal.deprecatedIn(),
        removal.removedIn(),
        removal.replacement(),
        removed,
        trace.done());
  }

  /// All objects of a type in a version that stays.
  private ApiUse fact(String version, String kind, long count) {
    Resource whole = cluster.provenance().resource();
    Resource type =
        new Resource(version, kind, "", "*", null, null, whole.file(), ObjectNode.EMPTY);
    Trace trace = new Trace(objects.place(type));
    for (String component : List.of("deprecatedIn", "removedIn", "replacement", "removed")) {
      trace.read(component, objects.place(type).at("apiVersion").reading(version));
    }
    return new ApiUse("", "*", version, kind, count, "", "", "", false, trace.done());
  }
}
