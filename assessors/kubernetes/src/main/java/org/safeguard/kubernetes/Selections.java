package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.Selector;
import org.safeguard.objects.Value;

/// Which workloads each of some selecting objects selects, and the other way round. Looks a
/// workload's labels up in an index, so that a namespace with thousands of each stays fast.
final class Selections<T> {

  private record Entry<T>(Selector selector, T item) {}

  /// The selecting objects of one namespace; by their first label where they have one.
  private record Group<T>(
      List<Entry<T>> entries, Map<String, List<Integer>> byLabel, List<Integer> others) {

    Group() {
      this(new ArrayList<>(), new HashMap<>(), new ArrayList<>());
    }
  }

  private final Map<String, Cause> unreadable = new HashMap<>();
  private final Map<String, Group<T>> groups = new HashMap<>();
  private final Map<PodTemplate, List<T>> byWorkload = new IdentityHashMap<>();
  private final Map<T, List<PodTemplate>> byItem = new IdentityHashMap<>();

  /// Adds a selecting object; call before [#match]. An absent selector selects nothing.
  void add(String namespace, Value<Selector> selector, T item) {
    switch (selector) {
      case Value.Known<Selector>(Place _, Selector known) -> add(namespace, known, item);
      case Value.Unreadable<Selector>(Place _, Cause cause) -> unreadable.put(namespace, cause);
      case Value.Absent<Selector> _ -> {}
    }
  }

  private void add(String namespace, Selector selector, T item) {
    Group<T> group = groups.computeIfAbsent(namespace, _ -> new Group<>());
    int ordinal = group.entries().size();
    group.entries().add(new Entry<>(selector, item));
    if (selector.labels().isEmpty()) {
      group.others().add(ordinal);
    } else {
      Map.Entry<String, String> first = selector.labels().entrySet().iterator().next();
      group
          .byLabel()
          .computeIfAbsent(first.getKey() + '=' + first.getValue(), _ -> new ArrayList<>(1))
          .add(ordinal);
    }
  }

  /// Matches a workload against what was added; one without readable labels matches nothing.
  void match(PodTemplate workload) {
    Group<T> group = groups.get(workload.namespace());
    if (group == null || workload.podLabels() instanceof Value.Unreadable) {
      return;
    }
    Map<String, String> labels = workload.podLabels().orElse(Map.of());
    TreeSet<Integer> candidates = new TreeSet<>(group.others());
    labels.forEach(
        (key, value) ->
            candidates.addAll(group.byLabel().getOrDefault(key + '=' + value, List.of())));
    for (int ordinal : candidates) {
      Entry<T> entry = group.entries().get(ordinal);
      if (entry.selector().matches(labels)) {
        byWorkload.computeIfAbsent(workload, _ -> new ArrayList<>()).add(entry.item());
        byItem.computeIfAbsent(entry.item(), _ -> new ArrayList<>()).add(workload);
      }
    }
  }

  /// Why nobody can tell all that selects the workload; empty where that can be told.
  Optional<Cause> gap(PodTemplate workload) {
    return workload.podLabels() instanceof Value.Unreadable<?>(Place _, Cause cause)
        ? Optional.of(cause)
        : Optional.ofNullable(unreadable.get(workload.namespace()));
  }

  /// What selects the workload, in the order of adding.
  List<T> selecting(PodTemplate workload) {
    return byWorkload.getOrDefault(workload, List.of());
  }

  /// The workloads that the object selects, in the order of matching.
  List<PodTemplate> selectedBy(T item) {
    return byItem.getOrDefault(item, List.of());
  }
}
