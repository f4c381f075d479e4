package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// Ingresses and the services they lead to.
final class IngressViews {

  private final ClusterObjects objects;
  private final List<Place> ingresses = new ArrayList<>();
  private final Map<String, List<Place>> byService = new HashMap<>();
  private Optional<Cause> unreadable = Optional.empty();

  IngressViews(ClusterObjects objects) {
    this.objects = objects;
    ingresses.addAll(objects.placesOf(Types.OLD_INGRESS));
    ingresses.addAll(objects.placesOf(Types.INGRESS));
    ingresses.forEach(this::index);
  }

  List<Place> all() {
    return ingresses;
  }

  /// Where ingresses name a service; one place for each ingress.
  List<Place> to(String namespace, String service) {
    return byService.getOrDefault(namespace + '/' + service, List.of());
  }

  /// Why some way in may be missing.
  Optional<Cause> gap() {
    boolean old = !objects.of(Types.OLD_INGRESS).isEmpty();
    return old ? unreadable : objects.coverages().gap(Types.INGRESS).or(() -> unreadable);
  }

  /// The name of a backend's service in the current or the old form.
  static Value<String> service(Place backend) {
    return backend.at("service", "name").text().or(backend.at("serviceName").text());
  }

  /// The backend for what no rule matches, in the current or the old form.
  static Place defaultBackend(Place ingress) {
    Place current = ingress.at("spec", "defaultBackend");
    Place old = ingress.at("spec", "backend");
    return !current.isSet() && old.isSet() ? old : current;
  }

  private void index(Place ingress) {
    Map<String, Place> services = new LinkedHashMap<>();
    note(service(defaultBackend(ingress)), services);
    for (Place rule : list(ingress.at("spec", "rules"))) {
      for (Place path : list(rule.at("http", "paths"))) {
        note(service(path.at("backend")), services);
      }
    }
    String namespace = ClusterObjects.namespace(ingress.resource());
    services.forEach(
        (name, place) ->
            byService.computeIfAbsent(namespace + '/' + name, _ -> new ArrayList<>()).add(place));
  }

  private List<Place> list(Place place) {
    Value<List<Place>> list = place.objects();
    if (list instanceof Value.Unreadable<List<Place>>(Place _, Cause cause)) {
      unreadable = Optional.of(cause);
    }
    return list.orElse(List.of());
  }

  private void note(Value<String> service, Map<String, Place> services) {
    switch (service) {
      case Value.Known<String>(Place place, String name) -> services.putIfAbsent(name, place);
      case Value.Unreadable<String>(Place _, Cause cause) -> unreadable = Optional.of(cause);
      case Value.Absent<String> _ -> {}
    }
  }
}
