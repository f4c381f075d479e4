package org.safeguard.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.network.Peer.Namespaces;
import org.safeguard.network.TrafficPolicy.Tier;
import org.safeguard.network.TrafficRule.Action;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Selector;

/// Reads the cluster-wide policies of the
/// [network policy API](https://network-policy-api.sigs.k8s.io): `AdminNetworkPolicy` and
/// `BaselineAdminNetworkPolicy` of v1alpha1, and `ClusterNetworkPolicy` of v1alpha2.
final class AdminPolicies {

  static final ResourceType ADMIN = type("AdminNetworkPolicy");
  static final ResourceType BASELINE = type("BaselineAdminNetworkPolicy");
  static final ResourceType CLUSTER = type("ClusterNetworkPolicy");

  private final NodeAddresses nodes;
  private final PolicyList found;

  private AdminPolicies(NodeAddresses nodes, PolicyList found) {
    this.nodes = nodes;
    this.found = found;
  }

  private static ResourceType type(String kind) {
    return new ResourceType("policy.networking.k8s.io", kind);
  }

  static void read(ClusterObjects objects, NodeAddresses nodes, PolicyList found) {
    AdminPolicies policies = new AdminPolicies(nodes, found);
    objects.placesOf(ADMIN).forEach(object -> policies.read(object, Optional.of(Tier.ADMIN)));
    objects.placesOf(BASELINE).forEach(object -> policies.read(object, Optional.of(Tier.BASELINE)));
    objects.placesOf(CLUSTER).forEach(object -> policies.read(object, Optional.empty()));
  }

  private void read(Place object, Optional<Tier> known) {
    String name = PolicyNames.clusterWide(object.resource());
    Place spec = object.at("spec");
    try {
      Tier tier = known.isPresent() ? known.get() : tier(spec.at("tier"));
      long priority = tier == Tier.BASELINE && known.isPresent() ? 0 : priority(spec);
      Peer.Pods subject = subject(spec.at("subject"));
      found.add(
          object, name, tier, priority, subject, way -> rules(object, name, subject, spec, way));
    } catch (UnstatedException e) {
      found.addUnstated(object, name, e.why());
    }
  }

  private static Tier tier(Place place) throws UnstatedException {
    return switch (Fields.required(place.text())) {
      case "Admin" -> Tier.ADMIN;
      case "Baseline" -> Tier.BASELINE;
      case String other -> throw Fields.malformed(place, other, "Admin or Baseline");
    };
  }

  private static long priority(Place spec) throws UnstatedException {
    return Fields.required(spec.at("priority").number());
  }

  private static Peer.Pods subject(Place place) throws UnstatedException {
    return pods(place)
        .orElseThrow(() -> Fields.malformed(place, "no subject", "namespaces or pods"));
  }

  /// What `namespaces` or `pods` select; empty where there is neither.
  private static Optional<Peer.Pods> pods(Place place) throws UnstatedException {
    Place namespaces = place.at("namespaces");
    Fields.only(namespaces, "matchLabels", "matchExpressions");
    Optional<Selector> whole = Fields.selector(namespaces);
    if (whole.isPresent()) {
      return Optional.of(new Peer.Pods(Namespaces.selected(whole.get()), Peer.EVERYTHING));
    }
    Place pods = place.at("pods");
    if (!pods.isSet()) {
      return Optional.empty();
    }
    Fields.only(pods, "namespaceSelector", "podSelector");
    return Optional.of(
        new Peer.Pods(
            Namespaces.selected(
                Fields.selector(pods.at("namespaceSelector")).orElse(Peer.EVERYTHING)),
            Fields.selector(pods.at("podSelector")).orElse(Peer.EVERYTHING)));
  }

  private Optional<List<TrafficRule>> rules(
      Place object, String name, Peer.Pods subject, Place spec, Direction direction)
      throws UnstatedException {
    List<Place> rules = Fields.list(spec.at(direction.rules()));
    List<TrafficRule> read = new ArrayList<>();
    for (Place rule : rules) {
      Fields.only(rule, "name", "action", direction.peers(), "ports", "protocols");
      List<Peer> peers = new ArrayList<>();
      for (Place peer : Fields.list(rule.at(direction.peers()))) {
        try {
          peers.addAll(peer(peer));
        } catch (OutsideException e) {
          found.add(
              new UnstatedPolicy(
                  object, name, Optional.of(subject), false, true, false, e.why().why()));
        }
      }
      read.add(new TrafficRule(action(rule.at("action")), peers, ports(rule), rule));
    }
    return rules.isEmpty() ? Optional.empty() : Optional.of(read);
  }

  private static Action action(Place place) throws UnstatedException {
    return switch (Fields.required(place.text())) {
      case "Allow", "Accept" -> Action.ALLOW;
      case "Deny" -> Action.DENY;
      case "Pass" -> Action.PASS;
      case String other -> throw Fields.malformed(place, other, "Allow, Deny or Pass");
    };
  }

  private List<Peer> peer(Place peer) throws UnstatedException, OutsideException {
    Fields.only(peer, "namespaces", "pods", "nodes", "networks", "domainNames");
    Optional<Peer.Pods> pods = pods(peer);
    if (pods.isPresent()) {
      return List.of(pods.get());
    }
    if (peer.at("networks").isSet()) {
      return networks(peer.at("networks"));
    }
    if (peer.at("nodes").isSet()) {
      return List.of(new Peer.Outside(nodes(peer.at("nodes"))));
    }
    if (peer.at("domainNames").isSet()) {
      throw new OutsideException(Fields.unsupported(peer.at("domainNames")));
    }
    throw Fields.malformed(peer, "no peer", "namespaces, pods, nodes or networks");
  }

  private Addresses nodes(Place place) throws UnstatedException, OutsideException {
    Selector selector = Fields.selector(place).orElse(Peer.EVERYTHING);
    try {
      return nodes.selected(selector);
    } catch (UnstatedException e) {
      throw new OutsideException(e);
    }
  }

  /// The specification has traffic within the cluster checked against networks too; of pods whose
  /// addresses are not known that can be said where a network is every address.
  private static List<Peer> networks(Place place) throws UnstatedException {
    List<Peer> peers = new ArrayList<>();
    for (String text : Fields.required(place.texts())) {
      AddressRange range = Fields.range(place, text);
      peers.add(new Peer.Outside(new Addresses(List.of(range))));
      if (range.equals(AddressRange.ALL_V4)) {
        peers.add(new Peer.Pods(Namespaces.selected(Peer.EVERYTHING), Peer.EVERYTHING));
      }
    }
    return peers;
  }

  private static PortChoice ports(Place rule) throws UnstatedException {
    List<Place> old = Fields.list(rule.at("ports"));
    List<Place> current = Fields.list(rule.at("protocols"));
    if (old.isEmpty() && current.isEmpty()) {
      return PortChoice.EVERY;
    }
    Connections numbered = Connections.NONE;
    List<PortChoice.Named> named = new ArrayList<>();
    for (Place port : old) {
      Fields.only(port, "portNumber", "portRange", "namedPort");
      numbered = numbered.union(numbered(port));
      name(port.at("namedPort"), named);
    }
    for (Place port : current) {
      Fields.only(port, "tcp", "udp", "sctp", "destinationNamedPort");
      for (Protocol protocol : Protocol.values()) {
        numbered = numbered.union(destination(port, protocol));
      }
      name(port.at("destinationNamedPort"), named);
    }
    return new PortChoice(numbered, named);
  }

  private static void name(Place place, List<PortChoice.Named> named) throws UnstatedException {
    Fields.optional(place.text())
        .ifPresent(text -> named.add(new PortChoice.Named(text, Optional.empty())));
  }

  private static Connections numbered(Place port) throws UnstatedException {
    Place number = port.at("portNumber");
    Place range = port.at("portRange");
    if (number.isSet()) {
      long only = Fields.required(number.at("port").number());
      return Connections.of(Fields.protocol(number.at("protocol")), Ports.range(only, only));
    }
    return range.isSet()
        ? Connections.of(Fields.protocol(range.at("protocol")), range(range))
        : Connections.NONE;
  }

  private static Ports range(Place range) throws UnstatedException {
    return Ports.range(
        Fields.required(range.at("start").number()), Fields.required(range.at("end").number()));
  }

  private static Connections destination(Place port, Protocol protocol) throws UnstatedException {
    Place of = port.at(protocol.name().toLowerCase(Locale.ROOT));
    if (!of.isSet()) {
      return Connections.NONE;
    }
    Fields.only(of, "destinationPort");
    Place destination = of.at("destinationPort");
    if (!destination.isSet()) {
      return Connections.of(protocol, Ports.ALL);
    }
    Fields.only(destination, "number", "range");
    Optional<Long> number = Fields.optional(destination.at("number").number());
    return Connections.of(
        protocol,
        number.isPresent()
            ? Ports.range(number.get(), number.get())
            : range(destination.at("range")));
  }

  /// Thrown for a peer whose addresses outside of the cluster's pods are not known.
  private static final class OutsideException extends Exception {
    private static final long serialVersionUID = 1L;
    private final UnstatedException unstated;

    OutsideException(UnstatedException unstated) {
      super(unstated);
      this.unstated = unstated;
    }

    UnstatedException why() {
      return unstated;
    }
  }
}
