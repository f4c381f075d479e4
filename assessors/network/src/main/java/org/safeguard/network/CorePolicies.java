package org.safeguard.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.network.Peer.Namespaces;
import org.safeguard.network.TrafficPolicy.Tier;
import org.safeguard.network.TrafficRule.Action;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Selector;
import org.safeguard.objects.Types;

/// Reads network policies of the core API
///
// ([specification](https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/)).
final class CorePolicies {

  private static final ResourceType OLD = new ResourceType("extensions", "NetworkPolicy");

  private CorePolicies() {}

  static void read(ClusterObjects objects, PolicyList found) {
    for (ResourceType type : List.of(OLD, Types.NETWORK_POLICY)) {
      objects.placesOf(type).forEach(object -> read(object, found));
    }
  }

  private static void read(Place object, PolicyList found) {
    Resource resource = object.resource();
    String name = PolicyNames.namespaced(resource);
    Namespaces own = Namespaces.named(ClusterObjects.namespace(resource));
    Place spec = object.at("spec");
    try {
      Selector pods = Fields.selector(spec.at("podSelector")).orElse(Peer.EVERYTHING);
      found.add(
          object,
          name,
          Tier.NAMESPACE,
          0,
          new Peer.Pods(own, pods),
          direction -> rules(spec, direction, own));
    } catch (UnstatedException e) {
      Peer.Pods anyOfThem = new Peer.Pods(own, Peer.EVERYTHING);
      found.add(
          new UnstatedPolicy(object, name, Optional.of(anyOfThem), true, true, true, e.why()));
    }
  }

  private static Optional<List<TrafficRule>> rules(Place spec, Direction direction, Namespaces own)
      throws UnstatedException {
    List<Place> rules = Fields.list(spec.at(direction.rules()));
    if (!holds(spec, direction, rules)) {
      return Optional.empty();
    }
    List<TrafficRule> found = new ArrayList<>();
    for (Place rule : rules) {
      found.add(
          new TrafficRule(Action.ALLOW, peers(rule.at(direction.peers()), own), ports(rule), rule));
    }
    return Optional.of(found);
  }

  /// Without policy types a policy holds traffic in, and traffic out when it has rules for it.
  private static boolean holds(Place spec, Direction direction, List<Place> rules)
      throws UnstatedException {
    List<String> types = Fields.optional(spec.at("policyTypes").texts()).orElse(List.of());
    if (types.isEmpty()) {
      return direction == Direction.INGRESS || !rules.isEmpty();
    }
    return types.stream().anyMatch(t -> t.toLowerCase(Locale.ROOT).equals(direction.rules()));
  }

  private static List<Peer> peers(Place place, Namespaces own) throws UnstatedException {
    List<Place> list = Fields.list(place);
    if (list.isEmpty()) {
      return List.of(new Peer.Anyone());
    }
    List<Peer> peers = new ArrayList<>();
    for (Place peer : list) {
      peers.add(peer(peer, own));
    }
    return peers;
  }

  private static Peer peer(Place peer, Namespaces own) throws UnstatedException {
    Place block = peer.at("ipBlock");
    Optional<Selector> namespaces = Fields.selector(peer.at("namespaceSelector"));
    Optional<Selector> pods = Fields.selector(peer.at("podSelector"));
    if (block.isSet()) {
      if (namespaces.isPresent() || pods.isPresent()) {
        throw Fields.malformed(peer, "an ipBlock and a selector", "one of them");
      }
      return new Peer.Outside(block(block));
    }
    if (namespaces.isEmpty() && pods.isEmpty()) {
      throw Fields.malformed(peer, "no peer", "a selector or an ipBlock");
    }
    return new Peer.Pods(
        namespaces.map(Namespaces::selected).orElse(own), pods.orElse(Peer.EVERYTHING));
  }

  private static Addresses block(Place block) throws UnstatedException {
    AddressRange range = Fields.range(block.at("cidr"));
    List<AddressRange> except = new ArrayList<>();
    Place list = block.at("except");
    for (String text : Fields.optional(list.texts()).orElse(List.of())) {
      except.add(Fields.range(list, text));
    }
    return Addresses.without(range, except);
  }

  private static PortChoice ports(Place rule) throws UnstatedException {
    List<Place> list = Fields.list(rule.at("ports"));
    if (list.isEmpty()) {
      return PortChoice.EVERY;
    }
    Connections numbered = Connections.NONE;
    List<PortChoice.Named> named = new ArrayList<>();
    for (Place port : list) {
      Protocol protocol = Fields.protocol(port.at("protocol"));
      Place number = port.at("port");
      if (number.isSet() && isText(number)) {
        named.add(new PortChoice.Named(Fields.required(number.text()), Optional.of(protocol)));
      } else {
        numbered = numbered.union(Connections.of(protocol, numbers(port)));
      }
    }
    return new PortChoice(numbered, named);
  }

  private static boolean isText(Place place) {
    return place.node() instanceof ScalarNode(Object value, int _) && value instanceof String;
  }

  private static Ports numbers(Place port) throws UnstatedException {
    Optional<Long> first = Fields.optional(port.at("port").number());
    if (first.isEmpty()) {
      return Ports.ALL;
    }
    long last = Fields.optional(port.at("endPort").number()).orElse(first.get());
    if (first.get() < Ports.FIRST || last > Ports.LAST || last < first.get()) {
      throw Fields.malformed(port, first.get() + "-" + last, "ports from 1 to 65535");
    }
    return Ports.range(first.get(), last);
  }
}
