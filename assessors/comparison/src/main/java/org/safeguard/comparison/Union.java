package org.safeguard.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;

/// Several snapshots of one side seen as one, as an assessment sees them: the best coverage counts.
///
/// @param name of all of them
/// @param resources of all of them
/// @param coverage by type, without types that are not compared
record Union(
    SnapshotName name, List<Resource> resources, Map<ResourceType, TypeCoverage> coverage) {

  static Union of(List<Snapshot> snapshots) {
    List<SnapshotName> names =
        snapshots.stream().map(SnapshotName::of).sorted(SnapshotName.ORDER).toList();
    return new Union(
        names.size() == 1 ? names.getFirst() : name(names),
        resources(snapshots),
        coverage(snapshots));
  }

  /// Of an object that several snapshots hold, the first one's copy counts.
  private static List<Resource> resources(List<Snapshot> snapshots) {
    List<Resource> resources = new ArrayList<>();
    Set<ResourceKey> known = new HashSet<>();
    for (Snapshot snapshot : snapshots) {
      List<Resource> more =
          snapshot.resources().stream()
              .filter(resource -> !Ignored.type(resource.type()))
              .filter(resource -> known.isEmpty() || !known.contains(resource.key()))
              .toList();
      if (snapshots.size() > 1) {
        more.forEach(resource -> known.add(resource.key()));
      }
      resources.addAll(more);
    }
    return resources;
  }

  /// What is known of a type.
  TypeCoverage coverageOf(ResourceType type) {
    TypeCoverage known = coverage.get(type);
    return known == null ? TypeCoverage.unknown(type) : known;
  }

  private static SnapshotName name(List<SnapshotName> names) {
    return new SnapshotName(
        joined(names, SnapshotName::id),
        joined(names, SnapshotName::source),
        joined(names, SnapshotName::format),
        joined(names, SnapshotName::cluster),
        latest(names),
        names.stream()
            .map(SnapshotName::kubernetesVersion)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        names.stream().mapToInt(SnapshotName::objects).sum());
  }

  private static String joined(List<SnapshotName> names, Function<SnapshotName, String> part) {
    return names.stream()
        .map(part)
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static @Nullable Instant latest(List<SnapshotName> names) {
    return names.stream()
        .map(SnapshotName::capturedAt)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }

  private static Map<ResourceType, TypeCoverage> coverage(List<Snapshot> snapshots) {
    Map<ResourceType, TypeCoverage> union = new TreeMap<>();
    for (Snapshot snapshot : snapshots) {
      for (TypeCoverage coverage : snapshot.coverage()) {
        if (!Ignored.type(coverage.type())) {
          union.merge(coverage.type(), coverage, TypeCoverage::with);
        }
      }
    }
    return union;
  }
}
