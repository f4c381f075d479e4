package org.safeguard.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Selector;

/// The addresses of the cluster's nodes.
final class NodeAddresses {

  private static final ResourceType NODE = new ResourceType("", "Node");

  private final ClusterObjects objects;

  NodeAddresses(ClusterObjects objects) {
    this.objects = objects;
  }

  /// Why they are not known; empty where they are.
  Optional<Cause> gap() {
    return objects.coverages().gap(NODE);
  }

  /// The addresses of the nodes with these labels.
  Addresses selected(Selector selector) throws UnstatedException {
    Optional<Cause> gap = gap();
    if (gap.isPresent()) {
      throw new UnstatedException(gap.get());
    }
    List<AddressRange> found = new ArrayList<>();
    for (Place node : objects.placesOf(NODE)) {
      Map<String, String> labels =
          Fields.optional(node.at("metadata", "labels").textMap()).orElse(Map.of());
      if (selector.matches(labels)) {
        of(node, found);
      }
    }
    return new Addresses(found);
  }

  private static void of(Place node, List<AddressRange> found) throws UnstatedException {
    for (Place address : Fields.list(node.at("status", "addresses"))) {
      AddressRange.parse(Fields.required(address.at("address").text()))
          .filter(range -> !found.contains(range))
          .ifPresent(found::add);
    }
  }
}
