package org.safeguard.workbench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;

/// Several sources of one run as one snapshot: they describe one cluster, so a network policy in
/// one may select a workload in another.
final class SnapshotUnion {

  private SnapshotUnion() {}

  static Snapshot of(List<Snapshot> snapshots, @Nullable String kubernetesVersion) {
    Snapshot first = snapshots.getFirst();
    return new Snapshot(
        first.id(),
        first.source(),
        first.format(),
        first.cluster(),
        latest(snapshots),
        kubernetesVersion != null ? kubernetesVersion : version(snapshots),
        first.files(),
        snapshots.size() == 1 ? first.resources() : resources(snapshots),
        snapshots.size() == 1 ? first.coverage() : coverage(snapshots),
        first.skipped(),
        first.record());
  }

  private static @Nullable Instant latest(List<Snapshot> snapshots) {
    return snapshots.stream()
        .map(Snapshot::capturedAt)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }

  private static @Nullable String version(List<Snapshot> snapshots) {
    return snapshots.stream()
        .map(Snapshot::kubernetesVersion)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static List<Resource> resources(List<Snapshot> snapshots) {
    Map<ResourceKey, Resource> union = new LinkedHashMap<>();
    for (Snapshot snapshot : snapshots) {
      for (Resource resource : snapshot.resources()) {
        union.putIfAbsent(resource.key(), inSource(resource, snapshot.source()));
      }
    }
    return new ArrayList<>(union.values());
  }

  private static Resource inSource(Resource resource, String source) {
    return resource.file().equals(source)
        ? resource
        : new Resource(
            resource.apiVersion(),
            resource.kind(),
            resource.namespace(),
            resource.name(),
            resource.uid(),
            resource.resourceVersion(),
            source + "/" + resource.file(),
            resource.body());
  }

  private static List<TypeCoverage> coverage(List<Snapshot> snapshots) {
    Map<ResourceType, TypeCoverage> union = new TreeMap<>();
    for (Snapshot snapshot : snapshots) {
      for (TypeCoverage coverage : snapshot.coverage()) {
        union.merge(coverage.type(), coverage, TypeCoverage::with);
      }
    }
    return List.copyOf(union.values());
  }
}
