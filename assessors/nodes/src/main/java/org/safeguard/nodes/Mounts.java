package org.safeguard.nodes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.safeguard.model.fact.Volume;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// Which workloads mount which claims.
final class Mounts {

  private static final List<String> ORDER =
      List.of("creates", "receives", "maintains", "transmits", "unknown", "none");
  private static final Set<String> EPHI = Set.of("creates", "receives", "maintains", "transmits");

  private final ClusterObjects objects;
  private final Map<String, List<Workload>> byClaim = new HashMap<>();
  private final Map<Resource, Workload> bySet = new IdentityHashMap<>();

  Mounts(ClusterObjects objects, List<Workload> workloads) {
    this.objects = objects;
    for (Workload workload : workloads) {
      bySet.put(workload.provenance().resource(), workload);
      for (Volume volume : Known.volumes(workload)) {
        String claim = Known.claim(volume);
        if (!claim.isEmpty()) {
          byClaim
              .computeIfAbsent(workload.namespace() + "/" + claim, _ -> new ArrayList<>())
              .add(workload);
        }
      }
    }
  }

  /// @param ephi the designation that says most of those workloads
  record Use(List<String> workloads, long replicas, String ephi) {

    void note(Trace trace, ClusterObjects objects, Place claim) {
      for (String component : List.of("workloads", "replicas", "ephi")) {
        trace.read(component, claim.at("metadata", "name").reading());
        if (workloads.isEmpty()) {
          trace.unknown(component, objects.workloadGap());
        }
      }
    }
  }

  /// Use of a claim by `namespace/name`; those that a stateful set made of its templates count too.
  Use of(String claim) {
    return use(users(claim));
  }

  Use ofTemplate(Resource set) {
    Workload workload = bySet.get(set);
    return use(workload == null ? List.of() : List.of(workload));
  }

  private List<Workload> users(String claim) {
    List<Workload> named = byClaim.get(claim);
    return named == null ? made(claim) : named;
  }

  /// `TEMPLATE-SET-ORDINAL` is how a stateful set names what it makes.
  private List<Workload> made(String claim) {
    int slash = claim.indexOf('/');
    int dash = claim.lastIndexOf('-');
    if (slash < 0 || dash < slash || !claim.substring(dash + 1).matches("[0-9]{1,9}")) {
      return List.of();
    }
    String namespace = claim.substring(0, slash);
    String rest = claim.substring(slash + 1, dash);
    for (int at = rest.indexOf('-'); at >= 0; at = rest.indexOf('-', at + 1)) {
      Workload set =
          objects
              .find(Kinds.STATEFUL_SET, namespace, rest.substring(at + 1))
              .map(bySet::get)
              .orElse(null);
      if (set != null) {
        return List.of(set);
      }
    }
    return List.of();
  }

  private static Use use(List<Workload> workloads) {
    return new Use(
        workloads.stream().map(workload -> workload.kind() + "/" + workload.name()).toList(),
        workloads.stream().mapToLong(Known::replicas).sum(),
        ORDER.stream()
            .filter(say -> workloads.stream().map(Known::ephi).anyMatch(say::equals))
            .findFirst()
            .orElse("unknown"));
  }

  /// The designation of the workloads behind a claim, for its volume.
  String ephi(Trace trace, String claim) {
    trace.read("ephi", trace.done().self());
    return claim.isEmpty() ? "unknown" : of(claim).ephi();
  }

  /// The claims of workloads with ePHI, templates of stateful sets included.
  Map<String, Place> ephiClaims() {
    Map<String, Place> claims = new TreeMap<>();
    for (Place claim : objects.placesOf(Kinds.CLAIM)) {
      String name = ClusterObjects.namespace(claim.resource()) + "/" + claim.resource().name();
      if (EPHI.contains(of(name).ephi())) {
        claims.put(name, claim);
      }
    }
    for (Place set : objects.placesOf(Kinds.STATEFUL_SET)) {
      if (EPHI.contains(ofTemplate(set.resource()).ephi())) {
        String namespace = ClusterObjects.namespace(set.resource());
        for (Place template : set.at("spec", "volumeClaimTemplates").objects().orElse(List.of())) {
          claims.put(namespace + "/" + template.at("metadata", "name").text().orElse(""), template);
        }
      }
    }
    return claims;
  }
}
