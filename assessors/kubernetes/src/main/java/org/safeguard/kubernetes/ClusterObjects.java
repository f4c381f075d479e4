package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;

/// The objects of a snapshot in the order of their identity, by type and by name.
final class ClusterObjects {

  private static final Comparator<Resource> ORDER =
      Comparator.comparing(Resource::key).thenComparing(Resource::file);

  private final Map<ResourceType, List<Resource>> byType = new HashMap<>();
  private final Map<ResourceKey, Resource> byKey = new HashMap<>();
  private final Map<String, Path> roots = new HashMap<>();
  private final Coverages coverages;

  ClusterObjects(Snapshot snapshot) {
    coverages = new Coverages(snapshot);
    for (Resource resource : snapshot.resources()) {
      byType.computeIfAbsent(resource.type(), _ -> new ArrayList<>()).add(resource);
    }
    byType.values().forEach(list -> list.sort(ORDER));
    for (List<Resource> list : byType.values()) {
      for (Resource resource : list) {
        byKey.putIfAbsent(shownKey(resource), resource);
      }
    }
  }

  Coverages coverages() {
    return coverages;
  }

  /// The objects of a type, sorted.
  List<Resource> of(ResourceType type) {
    return byType.getOrDefault(type, List.of());
  }

  /// The places of the objects of a type, sorted.
  List<Place> placesOf(ResourceType type) {
    return of(type).stream().map(this::place).toList();
  }

  /// The types that have at least one object.
  List<ResourceType> types() {
    return byType.keySet().stream().sorted().toList();
  }

  /// An object by its shown namespace, which is empty for cluster scope.
  Optional<Resource> find(ResourceType type, String namespace, String name) {
    return Optional.ofNullable(
        byKey.get(new ResourceKey(type.group(), type.kind(), namespace, name)));
  }

  /// The whole of an object, sharing pointers with others of its kind.
  Place place(Resource resource) {
    return Place.of(resource, roots.computeIfAbsent(resource.kind(), _ -> Path.root()));
  }

  /// The namespace as facts show it; for namespaced objects only.
  static String namespace(Resource resource) {
    return resource.namespace().isEmpty() ? "default" : resource.namespace();
  }

  /// Why an empty list of workloads may be incomplete; empty where it is not.
  Optional<Cause> workloadGap() {
    boolean all =
        coverages.of(Types.POD) == Coverage.CAPTURED
            || Types.CONTROLLERS.stream().allMatch(type -> coverages.of(type) == Coverage.CAPTURED);
    return all ? Optional.empty() : coverages.gap(Types.POD);
  }

  /// Every namespace that an object lies in or is.
  TreeSet<String> namespaces() {
    TreeSet<String> names = new TreeSet<>();
    byType.forEach(
        (type, list) ->
            list.forEach(
                resource -> {
                  if (!resource.namespace().isEmpty()) {
                    names.add(resource.namespace());
                  } else if (type.equals(Types.NAMESPACE)) {
                    names.add(resource.name());
                  } else if (Scopes.namespaced(type)) {
                    names.add("default");
                  }
                }));
    return names;
  }

  private static ResourceKey shownKey(Resource resource) {
    return resource.namespace().isEmpty() && Scopes.namespaced(resource.type())
        ? new ResourceKey(resource.group(), resource.kind(), "default", resource.name())
        : resource.key();
  }
}
