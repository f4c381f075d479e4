package org.safeguard.nodes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;

/// The config maps, secrets and claims that a pod template names, optional ones aside.
final class PodReferences {

  private static final List<String> HOLDERS = List.of("initContainers", "containers");

  private final ClusterObjects objects;
  private final String namespace;

  /// In the order of the template.
  private final Map<String, Named> named = new LinkedHashMap<>();

  /// @param place where it is named first
  private record Named(ResourceType type, String name, Place place) {

    String label() {
      return type.kind() + "/" + name;
    }
  }

  private final MadeSecrets made;

  PodReferences(ClusterObjects objects, MadeSecrets made, String namespace, Place spec) {
    this.objects = objects;
    this.made = made;
    this.namespace = namespace;
    for (Place volume : spec.at("volumes").objects().orElse(List.of())) {
      volume(volume);
      for (Place source : volume.at("projected", "sources").objects().orElse(List.of())) {
        add(Types.CONFIG_MAP, source.at("configMap"), "name");
        add(Types.SECRET, source.at("secret"), "name");
      }
    }
    for (String holder : HOLDERS) {
      Templates.containers(spec, holder).forEach(this::container);
    }
    for (Place secret : spec.at("imagePullSecrets").objects().orElse(List.of())) {
      add(Types.SECRET, secret, "name");
    }
  }

  private void volume(Place volume) {
    add(Types.CONFIG_MAP, volume.at("configMap"), "name");
    add(Types.SECRET, volume.at("secret"), "secretName");
    add(Kinds.CLAIM, volume.at("persistentVolumeClaim"), "claimName");
  }

  private void container(Place container) {
    for (Place variable : container.at("env").objects().orElse(List.of())) {
      add(Types.CONFIG_MAP, variable.at("valueFrom", "configMapKeyRef"), "name");
      add(Types.SECRET, variable.at("valueFrom", "secretKeyRef"), "name");
    }
    for (Place source : container.at("envFrom").objects().orElse(List.of())) {
      add(Types.CONFIG_MAP, source.at("configMapRef"), "name");
      add(Types.SECRET, source.at("secretRef"), "name");
    }
  }

  private void add(ResourceType type, Place reference, String key) {
    String name = reference.at(key).text().orElse("");
    if (!name.isEmpty() && !reference.at("optional").flag().orElse(false)) {
      Named found = new Named(type, name, reference.at(key));
      named.putIfAbsent(found.label(), found);
    }
  }

  /// Those that are not there. What a type that was not captured whole leaves open is unknown, and
  /// so is the whole list then, unless something is known to be missing.
  List<String> missing(Trace trace, Place spec) {
    List<Named> absent = named.values().stream().filter(one -> !exists(one)).toList();
    List<Named> missing = absent.stream().filter(one -> gap(one).isEmpty()).toList();
    List<Reading> where =
        (missing.isEmpty() ? absent : missing).stream().map(one -> one.place().reading()).toList();
    trace.read("missingReferences", spec.at("volumes").reading()).read("missingReferences", where);
    if (missing.isEmpty()) {
      trace.unknown(
          "missingReferences", absent.stream().flatMap(one -> gap(one).stream()).findFirst());
    }
    return missing.stream().map(Named::label).toList();
  }

  private boolean exists(Named one) {
    return objects.find(one.type(), namespace, one.name()).isPresent()
        || objects.leavesNamespaceOpen(one.type(), one.name())
        || one.type().equals(Types.SECRET) && made.has(namespace, one.name());
  }

  private Optional<Cause> gap(Named one) {
    return objects.coverages().gapOfReferences(one.type());
  }
}
