package org.safeguard.kubernetes;

import java.util.List;
import java.util.Map;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Selector;
import org.safeguard.objects.Value;

/// A service as read, before it is known what stands behind it.
///
/// @param object the whole service
/// @param type effective type
/// @param selector the labels it selects
/// @param externalIPs addresses outside the cluster
record ServiceView(
    Place object,
    Value<String> type,
    Value<Map<String, String>> selector,
    Value<List<String>> externalIPs) {

  static ServiceView of(Place object) {
    Place spec = object.at("spec");
    return new ServiceView(
        object,
        spec.at("type").text(),
        spec.at("selector").textMap(),
        spec.at("externalIPs").texts());
  }

  String name() {
    return object.resource().name();
  }

  String namespace() {
    return ClusterObjects.namespace(object.resource());
  }

  /// What it selects; absent where it has no selector and so stands before no pod.
  Value<Selector> selects() {
    boolean none =
        selector.map(Map::isEmpty).orElse(false) || type.orElse("").equals("ExternalName");
    return none
        ? new Value.Absent<>(selector.place())
        : selector.map(labels -> new Selector(labels, List.of()));
  }
}
