package org.safeguard.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.network.Peer.Namespaces;
import org.safeguard.network.TrafficPolicy.Tier;
import org.safeguard.network.TrafficRule.Action;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Selector;

/// Reads [policies of Cilium](https://docs.cilium.io/en/stable/security/policy/) as far as they
/// speak of labels, addresses and ports. A policy holds a direction once it has a rule for it, even
/// an empty one; what rules allow adds up with policies of the core, and what a rule denies is
/// denied whatever others allow.
final class CiliumPolicies {

  static final ResourceType NAMESPACED = new ResourceType("cilium.io", "CiliumNetworkPolicy");
  static final ResourceType CLUSTER =
      new ResourceType("cilium.io", "CiliumClusterwideNetworkPolicy");

  private static final String NAMESPACE = "io.kubernetes.pod.namespace";
  private static final String NAMESPACE_LABELS = "io.cilium.k8s.namespace.labels.";

  /// What is denied comes before every admin policy.
  private static final long DENIALS = -1;

  private CiliumPolicies() {}

  static void read(ClusterObjects objects, PolicyList found) {
    for (Place policy : objects.placesOf(NAMESPACED)) {
      String namespace = ClusterObjects.namespace(policy.resource());
      read(policy, PolicyNames.namespaced(policy.resource()), Namespaces.named(namespace), found);
    }
    Namespaces all = Namespaces.selected(Peer.EVERYTHING);
    for (Place policy : objects.placesOf(CLUSTER)) {
      read(policy, PolicyNames.clusterWide(policy.resource()), all, found);
    }
  }

  /// A policy has one `spec`, or several `specs`.
  private static void read(Place policy, String name, Namespaces own, PolicyList found) {
    List<Place> specs = new ArrayList<>();
    if (policy.at("spec").isSet()) {
      specs.add(policy.at("spec"));
    }
    specs.addAll(WaysIn.list(policy.at("specs")));
    for (Place spec : specs) {
      if (spec.at("nodeSelector").isSet()) {
        continue; // it holds nodes, not pods
      }
      try {
        Fields.only(
            spec,
            "endpointSelector",
            "ingress",
            "egress",
            "ingressDeny",
            "egressDeny",
            "description",
            "labels");
        Peer.Pods subject = pods(Fields.required(Selector.read(spec.at("endpointSelector"))), own);
        found.add(
            policy,
            name,
            Tier.NAMESPACE,
            0,
            subject,
            way -> holds(spec, way) ? Optional.of(allowed(spec, way, own)) : Optional.empty());
        found.add(policy, name, Tier.ADMIN, DENIALS, subject, way -> denied(spec, way, own));
      } catch (UnstatedException e) {
        Peer.Pods anyOfThem = new Peer.Pods(own, Peer.EVERYTHING);
        found.add(
            new UnstatedPolicy(policy, name, Optional.of(anyOfThem), true, true, true, e.why()));
      }
    }
  }

  /// Whether an empty list of rules closes a direction has changed between releases.
  private static boolean holds(Place spec, Direction direction) throws UnstatedException {
    Place rules = spec.at(direction.rules());
    Place denials = spec.at(direction.rules() + "Deny");
    boolean some = !Fields.list(rules).isEmpty() || !Fields.list(denials).isEmpty();
    if (!some && (rules.isSet() || denials.isSet())) {
      throw Fields.unsupported(rules);
    }
    return some;
  }

  private static List<TrafficRule> allowed(Place spec, Direction direction, Namespaces own)
      throws UnstatedException {
    List<TrafficRule> rules = new ArrayList<>();
    for (Place rule : Fields.list(spec.at(direction.rules()))) {
      rules.add(rule(rule, Action.ALLOW, direction, own));
    }
    return rules;
  }

  private static Optional<List<TrafficRule>> denied(Place spec, Direction direction, Namespaces own)
      throws UnstatedException {
    List<TrafficRule> rules = new ArrayList<>();
    for (Place rule : Fields.list(spec.at(direction.rules() + "Deny"))) {
      rules.add(rule(rule, Action.DENY, direction, own));
    }
    return rules.isEmpty() ? Optional.empty() : Optional.of(rules);
  }

  private static TrafficRule rule(Place rule, Action action, Direction way, Namespaces own)
      throws UnstatedException {
    String prefix = way.peers();
    Fields.only(
        rule,
        prefix + "Endpoints",
        prefix + "Entities",
        prefix + "CIDR",
        prefix + "CIDRSet",
        "toPorts");
    List<Peer> peers = new ArrayList<>();
    boolean anybody = true;
    for (String list : List.of("Endpoints", "Entities", "CIDR", "CIDRSet")) {
      anybody &= !rule.at(prefix + list).isSet();
    }
    for (Place selector : Fields.list(rule.at(prefix + "Endpoints"))) {
      peers.add(pods(Fields.required(Selector.read(selector)), own));
    }
    for (String entity : texts(rule.at(prefix + "Entities"))) {
      peers.addAll(entity(rule.at(prefix + "Entities"), entity));
    }
    for (String range : texts(rule.at(prefix + "CIDR"))) {
      peers.add(new Peer.Outside(new Addresses(List.of(Fields.range(rule, range)))));
    }
    for (Place set : Fields.list(rule.at(prefix + "CIDRSet"))) {
      Fields.only(set, "cidr", "except");
      List<AddressRange> except = new ArrayList<>();
      for (String text : texts(set.at("except"))) {
        except.add(Fields.range(set, text));
      }
      peers.add(new Peer.Outside(Addresses.without(Fields.range(set.at("cidr")), except)));
    }
    // A rule of ports alone is for anybody; one without anything is for nobody.
    if (anybody && rule.at("toPorts").isSet()) {
      peers.add(new Peer.Anyone());
    }
    return new TrafficRule(action, peers, ports(rule), rule);
  }

  private static List<String> texts(Place place) throws UnstatedException {
    return Fields.optional(place.texts()).orElse(List.of());
  }

  /// Entities that are nodes or the API server have addresses that are not read here.
  private static List<Peer> entity(Place place, String entity) throws UnstatedException {
    return switch (entity) {
      case "all" -> List.of(new Peer.Anyone());
      case "world" ->
          List.of(
              new Peer.Outside(new Addresses(List.of(AddressRange.ALL_V4, AddressRange.ALL_V6))));
      case "world-ipv4" -> List.of(new Peer.Outside(new Addresses(List.of(AddressRange.ALL_V4))));
      case "world-ipv6" -> List.of(new Peer.Outside(new Addresses(List.of(AddressRange.ALL_V6))));
      case "cluster" ->
          List.of(new Peer.Pods(Namespaces.selected(Peer.EVERYTHING), Peer.EVERYTHING));
      case "none" -> List.of();
      default -> throw Fields.unsupported(place);
    };
  }

  /// A selector of endpoints: labels of pods, and with prefixes of their own those of namespaces.
  /// One that says nothing of namespaces stays in its own.
  private static Peer.Pods pods(Selector selector, Namespaces own) throws UnstatedException {
    Map<String, String> pods = new HashMap<>();
    Map<String, String> namespaces = new HashMap<>();
    Optional<String> only = Optional.empty();
    for (Map.Entry<String, String> label : selector.labels().entrySet()) {
      String key = key(label.getKey());
      if (key.equals(NAMESPACE)) {
        only = Optional.of(label.getValue());
      } else if (key.startsWith(NAMESPACE_LABELS)) {
        namespaces.put(key.substring(NAMESPACE_LABELS.length()), label.getValue());
      } else {
        pods.put(key, label.getValue());
      }
    }
    List<Selector.Requirement> podRequirements = new ArrayList<>();
    List<Selector.Requirement> namespaceRequirements = new ArrayList<>();
    boolean everywhere = false;
    for (Selector.Requirement one : selector.requirements()) {
      String key = key(one.key());
      if (key.equals(NAMESPACE)) {
        everywhere = true;
        namespaceRequirements.add(
            new Selector.Requirement(NamespaceLabels.NAME, one.operator(), one.values()));
      } else if (key.startsWith(NAMESPACE_LABELS)) {
        namespaceRequirements.add(
            new Selector.Requirement(
                key.substring(NAMESPACE_LABELS.length()), one.operator(), one.values()));
      } else {
        podRequirements.add(new Selector.Requirement(key, one.operator(), one.values()));
      }
    }
    only.ifPresent(name -> namespaces.put(NamespaceLabels.NAME, name));
    boolean elsewhere = everywhere || !namespaces.isEmpty() || !namespaceRequirements.isEmpty();
    return new Peer.Pods(
        elsewhere ? Namespaces.selected(new Selector(namespaces, namespaceRequirements)) : own,
        new Selector(pods, podRequirements));
  }

  /// A key without the source it may name; labels of other sources are not those of pods.
  private static String key(String key) throws UnstatedException {
    for (String source : List.of("k8s:", "any:", "k8s.", "any.")) {
      if (key.startsWith(source)) {
        return key.substring(source.length());
      }
    }
    if (key.startsWith("reserved:") || key.startsWith("cidr:") || key.startsWith("reserved.")) {
      throw new UnstatedException(
          new Cause(
              Cause.Code.UNRESOLVED,
              "the label " + key + " stands for addresses that are not read here"));
    }
    return key;
  }

  private static PortChoice ports(Place rule) throws UnstatedException {
    List<Place> list = Fields.list(rule.at("toPorts"));
    if (list.isEmpty()) {
      return PortChoice.EVERY;
    }
    Connections numbered = Connections.NONE;
    List<PortChoice.Named> named = new ArrayList<>();
    for (Place ports : list) {
      // Rules of layer 7 let less through, of what is still a connection.
      Fields.only(ports, "ports", "rules", "originatingTLS", "terminatingTLS", "serverNames");
      List<Place> each = Fields.list(ports.at("ports"));
      if (each.isEmpty()) {
        return PortChoice.EVERY;
      }
      for (Place port : each) {
        numbered = numbered.union(numbers(port, named));
      }
    }
    return new PortChoice(numbered, named);
  }

  private static Connections numbers(Place port, List<PortChoice.Named> named)
      throws UnstatedException {
    Fields.only(port, "port", "endPort", "protocol");
    String name = Fields.optional(port.at("protocol").text()).orElse("ANY");
    Optional<Protocol> protocol =
        name.equals("ANY") ? Optional.empty() : Optional.of(Fields.protocol(port.at("protocol")));
    String text = Fields.optional(port.at("port").quantity()).orElse("0");
    if (!text.matches("\\d{1,5}")) {
      named.add(new PortChoice.Named(text, protocol));
      return Connections.NONE;
    }
    long first = Long.parseLong(text);
    long last = Fields.optional(port.at("endPort").number()).orElse(first);
    Ports range = first == 0 ? Ports.ALL : Ports.range(first, Math.max(first, last));
    return protocol.map(p -> Connections.of(p, range)).orElse(Connections.everyProtocol(range));
  }
}
