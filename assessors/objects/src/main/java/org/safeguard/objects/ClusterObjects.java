package org.safeguard.objects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;

/// The objects of a snapshot in the order of their identity, by type and by name.
public final class ClusterObjects {

  /// An object with its key, which is made once since sorting looks at it often.
  private record Keyed(ResourceKey key, Resource resource) {}

  private static final Comparator<Keyed> ORDER =
      Comparator.comparing(Keyed::key).thenComparing(keyed -> keyed.resource().file());

  private final Map<ResourceType, List<Resource>> byType = new HashMap<>();
  private final Map<ResourceKey, Resource> byKey = new HashMap<>();
  private final Map<String, Path> roots = new HashMap<>();
  private final Set<String> inhabited = new HashSet<>();
  private final Coverages coverages;

  public ClusterObjects(Snapshot snapshot) {
    coverages = new Coverages(snapshot);
    List<Keyed> sorted =
        snapshot.resources().stream()
            .map(resource -> new Keyed(resource.key(), resource))
            .sorted(ORDER)
            .toList();
    for (Keyed keyed : sorted) {
      Resource resource = keyed.resource();
      ResourceType type = new ResourceType(keyed.key().group(), keyed.key().kind());
      byType.computeIfAbsent(type, _ -> new ArrayList<>()).add(resource);
      byKey.putIfAbsent(keyed.key(), resource);
      inhabited.add(keyed.key().namespace());
    }
  }

  public Coverages coverages() {
    return coverages;
  }

  /// The objects of a type, sorted.
  public List<Resource> of(ResourceType type) {
    return byType.getOrDefault(type, List.of());
  }

  /// The places of the objects of a type, sorted.
  public List<Place> placesOf(ResourceType type) {
    return of(type).stream().map(this::place).toList();
  }

  /// The types that have at least one object.
  public List<ResourceType> types() {
    return byType.keySet().stream().sorted().toList();
  }

  /// An object by its shown namespace, which is empty for cluster scope.
  public Optional<Resource> find(ResourceType type, String namespace, String name) {
    return Optional.ofNullable(
        byKey.get(new ResourceKey(type.group(), type.kind(), namespace, name)));
  }

  /// Whether an object of this name is there whose manifest names no namespace.
  public boolean leavesNamespaceOpen(ResourceType type, String name) {
    return find(type, "default", name).filter(found -> found.namespace().isEmpty()).isPresent();
  }

  /// Whether some object lies in a namespace, its own Namespace object aside.
  public boolean holdsSomethingIn(String namespace) {
    return inhabited.contains(namespace);
  }

  /// The whole of an object, sharing pointers with others of its kind.
  public Place place(Resource resource) {
    return Place.of(resource, roots.computeIfAbsent(resource.kind(), _ -> Path.root()));
  }

  /// The namespace as facts show it; for namespaced objects only.
  public static String namespace(Resource resource) {
    return resource.namespace().isEmpty() ? "default" : resource.namespace();
  }

  /// Why an empty list of workloads may be incomplete; empty where it is not.
  public Optional<Cause> workloadGap() {
    boolean all =
        coverages.of(Types.POD) == Coverage.CAPTURED
            || Types.CONTROLLERS.stream().allMatch(type -> coverages.of(type) == Coverage.CAPTURED);
    return all ? Optional.empty() : coverages.gap(Types.POD);
  }

  /// Every namespace that an object lies in or is.
  public TreeSet<String> namespaces() {
    TreeSet<String> names = new TreeSet<>();
    byType.forEach(
        (type, list) ->
            list.forEach(
                resource -> {
                  if (!resource.effectiveNamespace().isEmpty()) {
                    names.add(resource.effectiveNamespace());
                  } else if (type.equals(Types.NAMESPACE)) {
                    names.add(resource.name());
                  }
                }));
    return names;
  }
}
