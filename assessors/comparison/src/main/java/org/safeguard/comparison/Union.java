package org.safeguard.comparison;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
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
    List<Resource> resources =
        snapshots.stream()
            .flatMap(snapshot -> snapshot.resources().stream())
            .filter(resource -> !Ignored.type(resource.type()))
            .toList();
    return new Union(
        names.size() == 1 ? names.getFirst() : name(names), resources, coverage(snapshots));
  }

  /// What is known of a type.
  TypeCoverage coverageOf(ResourceType type) {
    TypeCoverage known = coverage.get(type);
    return known == null
        ? new TypeCoverage(type, Coverage.UNKNOWN, 0, "the source holds no " + type)
        : known;
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
          union.merge(coverage.type(), coverage, Union::better);
        }
      }
    }
    return union;
  }

  private static TypeCoverage better(TypeCoverage one, TypeCoverage other) {
    TypeCoverage better = rank(one.state()) <= rank(other.state()) ? one : other;
    return new TypeCoverage(
        better.type(), better.state(), one.count() + other.count(), better.cause());
  }

  private static int rank(Coverage state) {
    return switch (state) {
      case CAPTURED -> 0;
      case PARTIAL -> 1;
      case FORBIDDEN -> 2;
      case FAILED -> 3;
      case ABSENT -> 4;
      case UNKNOWN -> 5;
    };
  }
}
