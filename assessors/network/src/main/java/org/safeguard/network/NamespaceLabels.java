package org.safeguard.network;

import java.util.HashMap;
import java.util.Map;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Selector;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// The labels of namespaces. The API server gives each its name as a label; of a namespace that is
/// not in the snapshot no other is known.
final class NamespaceLabels {

  static final String NAME = "kubernetes.io/metadata.name";

  private final Map<String, Map<String, String>> known = new HashMap<>();

  NamespaceLabels(ClusterObjects objects) {
    for (Place place : objects.placesOf(Types.NAMESPACE)) {
      Value<Map<String, String>> labels = place.at("metadata", "labels").textMap();
      if (!(labels instanceof Value.Unreadable)) {
        String name = place.resource().name();
        known.put(name, named(name, labels.orElse(Map.of())));
      }
    }
  }

  private static Map<String, String> named(String name, Map<String, String> labels) {
    Map<String, String> all = new HashMap<>(labels);
    all.putIfAbsent(NAME, name);
    return all;
  }

  /// Whether a selector selects a namespace, as far as its labels are known.
  boolean selects(Selector selector, String namespace) {
    if (selector.selectsAll()) {
      return true;
    }
    return selector.matches(known.getOrDefault(namespace, Map.of(NAME, namespace)));
  }

  /// Whether nobody can say if a selector selects a namespace.
  boolean unsure(Selector selector, String namespace) {
    if (known.containsKey(namespace) || selector.selectsAll()) {
      return false;
    }
    String own = selector.labels().get(NAME);
    if (own != null && !own.equals(namespace)) {
      return false;
    }
    return selector.labels().keySet().stream().anyMatch(key -> !key.equals(NAME))
        || selector.requirements().stream().anyMatch(r -> !r.key().equals(NAME));
  }
}
