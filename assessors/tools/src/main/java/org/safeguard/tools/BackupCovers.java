package org.safeguard.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.safeguard.model.fact.BackupCoverage;
import org.safeguard.model.fact.BackupSchedule;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Namespace;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.SystemNamespaces;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;

/// Which namespaces with persistent volumes some schedule takes.
final class BackupCovers {

  static final String CLAIM = "PersistentVolumeClaim";

  private final Captured captured;
  private final List<BackupSchedule> schedules;
  private final Optional<Cause> gap;

  /// @param gap why there may be schedules that are not among these
  BackupCovers(Captured captured, List<BackupSchedule> schedules, Optional<Cause> gap) {
    this.captured = captured;
    this.schedules = schedules;
    this.gap = gap;
  }

  List<BackupCoverage> facts() {
    Map<String, List<Place>> claims = new TreeMap<>();
    for (Place claim : captured.places(CLAIM)) {
      String namespace = ClusterObjects.namespace(claim.resource());
      if (!SystemNamespaces.contains(namespace)) {
        claims.computeIfAbsent(namespace, _ -> new ArrayList<>()).add(claim);
      }
    }
    return claims.entrySet().stream().map(e -> fact(e.getKey(), e.getValue())).toList();
  }

  private BackupCoverage fact(String namespace, List<Place> claims) {
    Trace trace = new Trace(place(namespace));
    trace.read(
        "claims", claims.stream().limit(20).map(c -> c.at("metadata", "name").reading()).toList());
    return new BackupCoverage(
        namespace,
        namespace,
        ephi(namespace),
        claims.stream().map(claim -> claim.resource().name()).toList(),
        takers(trace, namespace, claims),
        trace.done());
  }

  private List<String> takers(Trace trace, String namespace, List<Place> claims) {
    List<String> takers = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    for (BackupSchedule schedule : schedules) {
      if (BackupFacts.takes(schedule, namespace)) {
        takers.add(schedule.product() + " " + schedule.namespace() + "/" + schedule.name());
        readings.addAll(schedule.provenance().readings("included"));
      }
    }
    if (takers.isEmpty()) {
      trace.unknown("schedules", gap);
      claims.stream().limit(20).forEach(c -> readings.add(c.at("metadata", "name").reading()));
    }
    trace.read("schedules", readings);
    return takers;
  }

  private Place place(String namespace) {
    Optional<Resource> found = captured.objects().find(Types.NAMESPACE, "", namespace);
    return found
        .map(captured.objects()::place)
        .orElseGet(() -> captured.made("Namespace", "", namespace));
  }

  private String ephi(String namespace) {
    return captured.known().namespaces().stream()
        .filter(candidate -> candidate.name().equals(namespace))
        .findFirst()
        .map(found -> Answers.orElse(found, Namespace::ephi, "unknown"))
        .orElse("unknown");
  }
}
