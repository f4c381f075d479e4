package org.safeguard.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;

/// Compares the objects of two snapshots by group, kind, namespace and name.
///
/// What changes by itself does not count: resource versions, uids, heartbeats, the content of
/// leases and the like; events and metrics are left out. An object that only one snapshot holds has
/// appeared or gone only when both hold all objects of its type.
public final class SnapshotComparison {

  private static final Comparator<Resource> DUPLICATES =
      Comparator.comparing(Resource::apiVersion).thenComparing(Resource::file);

  private final Union before;
  private final Union after;
  private final SortedMap<ResourceType, Tally> tallies = new TreeMap<>();
  private final List<ChangedObject> changed = new ArrayList<>();

  private SnapshotComparison(Union before, Union after) {
    this.before = before;
    this.after = after;
  }

  /// What changed from `before` to `after`.
  public static ObjectChanges of(Snapshot before, Snapshot after) {
    return of(List.of(before), List.of(after));
  }

  /// What changed from `before` to `after`, where each side may have been read from several
  /// sources that together show one cluster.
  public static ObjectChanges of(List<Snapshot> before, List<Snapshot> after) {
    SnapshotComparison comparison = new SnapshotComparison(Union.of(before), Union.of(after));
    comparison.compare();
    return comparison.changes(leftOut(before, after));
  }

  private static List<ResourceType> leftOut(List<Snapshot> before, List<Snapshot> after) {
    return Stream.of(before, after)
        .flatMap(List::stream)
        .flatMap(snapshot -> snapshot.resources().stream())
        .map(Resource::type)
        .filter(Ignored::type)
        .distinct()
        .sorted()
        .toList();
  }

  private void compare() {
    Map<ResourceKey, List<Resource>> befores = byKey(before);
    Map<ResourceKey, List<Resource>> afters = byKey(after);
    befores.forEach((key, was) -> compare(key, was, afters.getOrDefault(key, List.of())));
    afters.forEach(
        (key, is) -> {
          if (!befores.containsKey(key)) {
            compare(key, List.of(), is);
          }
        });
    changed.sort(Comparator.comparing(ChangedObject::key));
  }

  private static Map<ResourceKey, List<Resource>> byKey(Union union) {
    Map<ResourceKey, List<Resource>> byKey = HashMap.newHashMap(union.resources().size());
    for (Resource resource : union.resources()) {
      // Nearly every key has one object: a list of one needs no room to grow.
      byKey.merge(resource.key(), List.of(resource), SnapshotComparison::joined);
    }
    return byKey;
  }

  /// Files with one object each may hold the same object twice.
  private static List<Resource> joined(List<Resource> some, List<Resource> more) {
    List<Resource> all = new ArrayList<>(some);
    all.addAll(more);
    all.sort(DUPLICATES);
    return all;
  }

  private void compare(ResourceKey key, List<Resource> was, List<Resource> is) {
    Tally tally = tallies.computeIfAbsent(new ResourceType(key.group(), key.kind()), Tally::new);
    int both = Math.min(was.size(), is.size());
    for (int i = 0; i < both; i++) {
      compare(key, tally, was.get(i), is.get(i));
    }
    for (int i = both; i < was.size(); i++) {
      tally.onlyBefore.add(key);
    }
    for (int i = both; i < is.size(); i++) {
      tally.onlyAfter.add(key);
    }
  }

  private void compare(ResourceKey key, Tally tally, Resource was, Resource is) {
    if (Differences.none(was.body(), is.body(), tally.ignored)) {
      tally.unchanged++;
      return;
    }
    Differences differences = Differences.between(was.body(), is.body(), tally.ignored);
    tally.changed++;
    changed.add(new ChangedObject(key, differences.pointers(), differences.count()));
  }

  private ObjectChanges changes(List<ResourceType> leftOut) {
    before.coverage().keySet().forEach(type -> tallies.computeIfAbsent(type, Tally::new));
    after.coverage().keySet().forEach(type -> tallies.computeIfAbsent(type, Tally::new));
    List<ResourceKey> appeared = new ArrayList<>();
    List<ResourceKey> gone = new ArrayList<>();
    List<TypeChanges> types = new ArrayList<>();
    List<CannotTell> cannotTell = new ArrayList<>();
    int unchanged = 0;
    for (Tally tally : tallies.values()) {
      TypeCoverage was = before.coverageOf(tally.type);
      TypeCoverage is = after.coverageOf(tally.type);
      tally.sort();
      boolean certain = was.state() == Coverage.CAPTURED && is.state() == Coverage.CAPTURED;
      if (certain) {
        appeared.addAll(tally.onlyAfter);
        gone.addAll(tally.onlyBefore);
      } else if (was.state() != Coverage.ABSENT || is.state() != Coverage.ABSENT) {
        cannotTell.add(new CannotTell(was, is, tally.onlyBefore, tally.onlyAfter));
      }
      tally.counts(certain).ifPresent(types::add);
      unchanged += tally.unchanged;
    }
    return new ObjectChanges(
        before.name(),
        after.name(),
        appeared,
        gone,
        changed,
        unchanged,
        types,
        cannotTell,
        leftOut);
  }
}
