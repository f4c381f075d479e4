package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// What pod templates refer to: the secrets that their containers see, and what is missing.
final class References {

  private final ClusterObjects objects;

  References(ClusterObjects objects) {
    this.objects = objects;
  }

  /// A reference to a whole object or to some of its keys.
  ///
  /// @param type what it refers to
  /// @param name where its name stands
  /// @param keys the keys that must be there
  /// @param optional whether pods start without it
  /// @param seen whether containers see what it holds
  private record Reference(
      ResourceType type, Place name, List<String> keys, boolean optional, boolean seen) {}

  /// The names of the secrets that containers see, by volume or variable.
  List<String> secrets(Trace trace, PodTemplate workload) {
    Set<String> names = new LinkedHashSet<>();
    List<Reading> readings = new ArrayList<>();
    for (Reference reference : references(workload)) {
      if (reference.type().equals(Types.SECRET) && reference.seen()) {
        if (reference.name().text() instanceof Value.Known<String>(Place place, String name)) {
          names.add(name);
          readings.add(place.reading());
        }
      }
    }
    note(trace, "secrets", workload, readings);
    return List.copyOf(names);
  }

  /// What must be there and is not.
  List<String> missing(Trace trace, PodTemplate workload) {
    Set<String> missing = new LinkedHashSet<>();
    List<Reading> readings = new ArrayList<>();
    Optional<Cause> gap = Optional.empty();
    for (Reference reference : references(workload)) {
      if (reference.optional()) {
        continue;
      }
      switch (reference.name().text()) {
        case Value.Known<String>(Place place, String name) -> {
          Optional<Resource> found = objects.find(reference.type(), workload.namespace(), name);
          Optional<Cause> unclear =
              found.isPresent()
                  ? missingKeys(reference, objects.place(found.get()), missing)
                  : gap(reference.type(), workload.namespace(), name);
          if (found.isEmpty() && unclear.isEmpty()) {
            missing.add(reference.type().kind() + "/" + name);
          }
          if (!missing.isEmpty() && readings.size() < missing.size()) {
            readings.add(place.reading());
          }
          gap = gap.or(() -> unclear);
        }
        case Value.Unreadable<String>(Place _, Cause cause) ->
            gap = gap.or(() -> Optional.of(cause));
        case Value.Absent<String> _ -> {}
      }
    }
    note(trace, "missingReferences", workload, readings);
    if (missing.isEmpty()) {
      trace.unknown("missingReferences", gap);
    }
    return List.copyOf(missing);
  }

  private static void note(
      Trace trace, String component, PodTemplate workload, List<Reading> readings) {
    Place spec = workload.spec();
    trace.read(
        component, readings.isEmpty() ? List.of(spec.at("volumes").absent("none")) : readings);
    List<Value<List<Place>>> lists = new ArrayList<>();
    lists.add(spec.at("volumes").objects());
    for (String holder : ContainerFacts.HOLDERS) {
      lists.add(spec.at(holder).objects());
      for (Place container : each(spec.at(holder))) {
        lists.add(container.at("env").objects());
        lists.add(container.at("envFrom").objects());
      }
    }
    if (readings.isEmpty()) {
      for (Value<List<Place>> list : lists) {
        if (list instanceof Value.Unreadable<List<Place>>(Place _, Cause cause)) {
          trace.unknown(component, cause);
        }
      }
    }
  }

  private static Optional<Cause> missingKeys(
      Reference reference, Place object, Set<String> missing) {
    if (reference.keys().isEmpty()) {
      return Optional.empty();
    }
    Set<String> there = new LinkedHashSet<>();
    for (String holder : List.of("data", "stringData", "binaryData")) {
      if (object.at(holder).isMapping()
          instanceof Value.Unreadable<Boolean>(Place _, Cause cause)) {
        return Optional.of(cause);
      }
      there.addAll(object.at(holder).each().keySet());
    }
    for (String key : reference.keys()) {
      if (!there.contains(key)) {
        missing.add(reference.type().kind() + "/" + object.resource().name() + " " + key);
      }
    }
    return Optional.empty();
  }

  /// Why something that was not found may still be there.
  private Optional<Cause> gap(ResourceType type, String namespace, String name) {
    Optional<Cause> gap = objects.coverages().gapOfReferences(type);
    if (gap.isPresent()) {
      return gap;
    }
    if (objects.leavesNamespaceOpen(type, name)) {
      return unresolved(
          "the manifest of "
              + type.kind()
              + " "
              + name
              + " names no namespace; render it with one");
    }
    return objects.of(type).stream().anyMatch(o -> ClusterObjects.namespace(o).equals(namespace))
        ? Optional.empty()
        : unresolved(
            "no "
                + type.kind()
                + " of namespace "
                + namespace
                + " is in this snapshot; capture it");
  }

  private static Optional<Cause> unresolved(String detail) {
    return Optional.of(new Cause(Cause.Code.UNRESOLVED, detail));
  }

  private static List<Reference> references(PodTemplate workload) {
    Place spec = workload.spec();
    List<Reference> all = new ArrayList<>();
    for (Place reference : each(spec.at("imagePullSecrets"))) {
      all.add(new Reference(Types.SECRET, reference.at("name"), List.of(), false, false));
    }
    for (Place volume : each(spec.at("volumes"))) {
      volume(all, Types.SECRET, volume.at("secret"), "secretName");
      volume(all, Types.CONFIG_MAP, volume.at("configMap"), "name");
      for (Place source : each(volume.at("projected", "sources"))) {
        volume(all, Types.SECRET, source.at("secret"), "name");
        volume(all, Types.CONFIG_MAP, source.at("configMap"), "name");
      }
    }
    for (String holder : ContainerFacts.HOLDERS) {
      each(spec.at(holder)).forEach(container -> environment(all, container));
    }
    return all;
  }

  private static void volume(List<Reference> all, ResourceType type, Place source, String name) {
    if (source.isSet()) {
      List<String> keys =
          each(source.at("items")).stream()
              .map(item -> item.at("key").text().orElse(""))
              .filter(key -> !key.isEmpty())
              .toList();
      all.add(new Reference(type, source.at(name), keys, optional(source), true));
    }
  }

  private static void environment(List<Reference> all, Place container) {
    Map<String, ResourceType> single =
        Map.of("secretKeyRef", Types.SECRET, "configMapKeyRef", Types.CONFIG_MAP);
    Map<String, ResourceType> whole =
        Map.of("secretRef", Types.SECRET, "configMapRef", Types.CONFIG_MAP);
    for (Place variable : each(container.at("env"))) {
      single.forEach(
          (field, type) -> {
            Place source = variable.at("valueFrom", field);
            List<String> keys = source.at("key").text().map(List::of).orElse(List.of());
            all.add(new Reference(type, source.at("name"), keys, optional(source), true));
          });
    }
    for (Place source : each(container.at("envFrom"))) {
      whole.forEach(
          (field, type) ->
              all.add(
                  new Reference(
                      type,
                      source.at(field, "name"),
                      List.of(),
                      optional(source.at(field)),
                      true)));
    }
  }

  private static boolean optional(Place source) {
    return source.at("optional").flag().orElse(false);
  }

  private static List<Place> each(Place list) {
    return list.objects().orElse(List.of());
  }
}
