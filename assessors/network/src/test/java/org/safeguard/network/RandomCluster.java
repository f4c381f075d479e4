package org.safeguard.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A made-up cluster with policies of all kinds, and what they mean, pair by pair and port by port.
/// It keeps the policies as maps, as they stand in YAML, and shares nothing with what it tests.
final class RandomCluster {

  record Pod(
      String namespace, String name, Map<String, String> labels, Map<String, Integer> ports) {
    @Override
    public String toString() {
      return namespace + "/" + name;
    }
  }

  private static final List<String> KEYS = List.of("app", "tier");
  private static final List<String> VALUES = List.of("x", "y", "z");
  private static final List<String> BLOCKS =
      List.of("0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "10.128.0.0/9", "8.8.8.8/32");

  private final Random random;
  private final Map<String, Map<String, String>> namespaces = new LinkedHashMap<>();
  private final List<Pod> pods = new ArrayList<>();
  private final List<Map<String, Object>> policies = new ArrayList<>();
  private final StringBuilder yaml = new StringBuilder();

  RandomCluster(Random random) {
    this.random = random;
    for (String name : List.of("a", "b", "c")) {
      namespaces.put(name, labels());
      write(
          Map.of(
              "apiVersion",
              "v1",
              "kind",
              "Namespace",
              "metadata",
              Map.of("name", name, "labels", namespaces.get(name))));
    }
    int count = 3 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      pod(i);
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      networkPolicy(i);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      adminPolicy("AdminNetworkPolicy", "admin-" + i, i * 10);
    }
    if (random.nextInt(3) == 0) {
      adminPolicy("BaselineAdminNetworkPolicy", "default", -1);
    }
  }

  Given given() {
    return given("");
  }

  /// With more documents.
  Given given(String more) {
    return Given.yaml(yaml + more);
  }

  List<Pod> pods() {
    return pods;
  }

  private void write(Map<String, ?> object) {
    yaml.append(json(object)).append("\n---\n");
  }

  /// JSON is YAML.
  private static String json(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        List<String> members = new ArrayList<>();
        map.forEach((key, item) -> members.add('"' + key.toString() + "\": " + json(item)));
        yield "{" + String.join(", ", members) + "}";
      }
      case List<?> list -> list.stream().map(RandomCluster::json).toList().toString();
      case String text -> '"' + text + '"';
      default -> value.toString();
    };
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String key : KEYS) {
      if (random.nextInt(3) > 0) {
        labels.put(key, any(VALUES));
      }
    }
    return labels;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void pod(int i) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    List<Map<String, Object>> declared = new ArrayList<>();
    if (random.nextBoolean()) {
      ports.put("web/TCP", any(List.of(80, 8080)));
      declared.add(Map.of("name", "web", "containerPort", ports.get("web/TCP")));
    }
    if (random.nextInt(3) == 0) {
      ports.put("web/UDP", 443);
      declared.add(Map.of("name", "web", "containerPort", 443, "protocol", "UDP"));
    }
    Pod pod = new Pod(any(List.of("a", "b", "c")), "p" + i, labels(), ports);
    pods.add(pod);
    write(
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "Pod",
            "metadata",
            Map.of("name", pod.name(), "namespace", pod.namespace(), "labels", pod.labels()),
            "spec",
            Map.of("containers", List.of(Map.of("name", "c", "ports", declared)))));
  }

  private Map<String, Object> selector() {
    Map<String, Object> selector = new LinkedHashMap<>();
    if (random.nextInt(3) == 0) {
      selector.put("matchLabels", Map.of(any(KEYS), any(VALUES)));
    }
    if (random.nextInt(3) == 0) {
      String operator = any(List.of("In", "NotIn", "Exists", "DoesNotExist"));
      Map<String, Object> expression = new LinkedHashMap<>();
      expression.put("key", any(KEYS));
      expression.put("operator", operator);
      if (operator.endsWith("In")) {
        expression.put("values", List.of(any(VALUES), any(VALUES)));
      }
      selector.put("matchExpressions", List.of(expression));
    }
    return selector;
  }

  private void networkPolicy(int i) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("podSelector", selector());
    List<String> types =
        any(
            List.of(
                List.of(), List.of("Ingress"), List.of("Egress"), List.of("Ingress", "Egress")));
    if (!types.isEmpty()) {
      spec.put("policyTypes", types);
    }
    for (Direction direction : Direction.values()) {
      if (random.nextInt(4) > 0) {
        List<Object> rules = new ArrayList<>();
        for (int r = random.nextInt(3); r > 0; r--) {
          rules.add(coreRule(direction));
        }
        spec.put(direction.rules(), rules);
      }
    }
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put("apiVersion", "networking.k8s.io/v1");
    policy.put("kind", "NetworkPolicy");
    policy.put("metadata", Map.of("name", "np" + i, "namespace", any(List.of("a", "b", "c"))));
    policy.put("spec", spec);
    policies.add(policy);
    write(policy);
  }

  private Map<String, Object> coreRule(Direction direction) {
    Map<String, Object> rule = new LinkedHashMap<>();
    if (random.nextInt(4) > 0) {
      List<Object> peers = new ArrayList<>();
      for (int p = random.nextInt(3); p > 0; p--) {
        peers.add(corePeer());
      }
      rule.put(direction.peers(), peers);
    }
    if (random.nextInt(3) > 0) {
      List<Object> ports = new ArrayList<>();
      for (int p = 1 + random.nextInt(2); p > 0; p--) {
        Map<String, Object> port = new LinkedHashMap<>();
        if (random.nextBoolean()) {
          port.put("protocol", any(List.of("TCP", "UDP", "SCTP")));
        }
        switch (random.nextInt(4)) {
          case 0 -> port.put("port", "web");
          case 1 -> port.put("port", any(List.of(80, 443)));
          case 2 -> {
            port.put("port", 80);
            port.put("endPort", any(List.of(80, 82, 90)));
          }
          default -> {}
        }
        ports.add(port);
      }
      rule.put("ports", ports);
    }
    return rule;
  }

  private Map<String, Object> corePeer() {
    return switch (random.nextInt(4)) {
      case 0 -> Map.of("podSelector", selector());
      case 1 -> Map.of("namespaceSelector", selector());
      case 2 -> Map.of("namespaceSelector", selector(), "podSelector", selector());
      default ->
          random.nextBoolean()
              ? Map.of("ipBlock", Map.of("cidr", any(BLOCKS)))
              : Map.of("ipBlock", Map.of("cidr", "10.0.0.0/8", "except", List.of("10.1.0.0/16")));
    };
  }

  private void adminPolicy(String kind, String name, int priority) {
    Map<String, Object> spec = new LinkedHashMap<>();
    if (priority >= 0) {
      spec.put("priority", priority);
    }
    spec.put("subject", podsOrNamespaces());
    for (Direction direction : Direction.values()) {
      List<Object> rules = new ArrayList<>();
      for (int r = random.nextInt(4); r > 0; r--) {
        rules.add(adminRule(direction, priority < 0));
      }
      spec.put(direction.rules(), rules);
    }
    Map<String, Object> policy =
        Map.of(
            "apiVersion",
            "policy.networking.k8s.io/v1alpha1",
            "kind",
            kind,
            "metadata",
            Map.of("name", name),
            "spec",
            spec);
    policies.add(policy);
    write(policy);
  }

  private Map<String, Object> podsOrNamespaces() {
    return random.nextBoolean()
        ? Map.of("namespaces", selector())
        : Map.of("pods", Map.of("namespaceSelector", selector(), "podSelector", selector()));
  }

  private Map<String, Object> adminRule(Direction direction, boolean baseline) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("action", any(baseline ? List.of("Allow", "Deny") : List.of("Allow", "Deny", "Pass")));
    List<Object> peers = new ArrayList<>();
    for (int p = 1 + random.nextInt(2); p > 0; p--) {
      peers.add(
          direction == Direction.EGRESS && random.nextInt(3) == 0
              ? Map.of("networks", List.of(any(BLOCKS)))
              : podsOrNamespaces());
    }
    rule.put(direction.peers(), peers);
    if (random.nextBoolean()) {
      rule.put(
          "ports",
          List.of(
              switch (random.nextInt(3)) {
                case 0 ->
                    Map.of(
                        "portNumber", Map.of("protocol", any(List.of("TCP", "UDP")), "port", 80));
                case 1 -> Map.of("portRange", Map.of("protocol", "TCP", "start", 80, "end", 90));
                default -> Map.of("namedPort", "web");
              }));
    }
    return rule;
  }

  // What the policies mean.

  /// Whether policies of one direction let a pod connect with another or with an address.
  boolean allows(
      String direction,
      Pod held,
      @Nullable Pod other,
      Optional<AddressRange> address,
      Protocol protocol,
      int port) {
    Question question = new Question(direction, held, other, address, protocol, port);
    Optional<String> decided = first(question, "AdminNetworkPolicy");
    if (decided.isPresent() && !decided.get().equals("Pass")) {
      return decided.get().equals("Allow");
    }
    List<Map<String, Object>> own =
        policies.stream().filter(p -> isCore(p) && holds(p, question)).toList();
    if (!own.isEmpty()) {
      return own.stream()
          .flatMap(p -> list(spec(p).get(direction)).stream())
          .anyMatch(rule -> coreMatches(map(rule), question));
    }
    return first(question, "BaselineAdminNetworkPolicy").map("Allow"::equals).orElse(true);
  }

  private record Question(
      String direction,
      Pod held,
      @Nullable Pod other,
      Optional<AddressRange> address,
      Protocol protocol,
      int port) {

    Optional<Pod> destination() {
      return direction.equals("ingress") ? Optional.of(held) : Optional.ofNullable(other);
    }

    String peers() {
      return direction.equals("ingress") ? "from" : "to";
    }
  }

  private Optional<String> first(Question question, String kind) {
    return policies.stream()
        .filter(p -> p.get("kind").equals(kind))
        .sorted(Comparator.comparing(p -> (Integer) spec(p).getOrDefault("priority", 0)))
        .filter(p -> podsMatch(map(spec(p).get("subject")), question.held()))
        .flatMap(p -> list(spec(p).get(question.direction())).stream())
        .map(RandomCluster::map)
        .filter(rule -> adminMatches(rule, question))
        .map(rule -> rule.get("action").toString())
        .findFirst();
  }

  private boolean adminMatches(Map<String, Object> rule, Question question) {
    boolean peer =
        list(rule.get(question.peers())).stream()
            .map(RandomCluster::map)
            .anyMatch(p -> adminPeer(p, question));
    return peer
        && (!rule.containsKey("ports")
            || list(rule.get("ports")).stream()
                .map(RandomCluster::map)
                .anyMatch(p -> adminPort(p, question)));
  }

  private boolean adminPeer(Map<String, Object> peer, Question question) {
    if (peer.containsKey("networks")) {
      String block = list(peer.get("networks")).getFirst().toString();
      return question.address().map(a -> in(block, a)).orElse(block.equals("0.0.0.0/0"));
    }
    return question.other() != null && podsMatch(peer, question.other());
  }

  private static boolean adminPort(Map<String, Object> port, Question question) {
    if (port.containsKey("namedPort")) {
      return question
          .destination()
          .map(pod -> pod.ports().getOrDefault("web/" + question.protocol(), -1) == question.port())
          .orElse(false);
    }
    if (port.containsKey("portNumber")) {
      Map<String, Object> number = map(port.get("portNumber"));
      return number.get("protocol").equals(question.protocol().name())
          && number.get("port").equals(question.port());
    }
    return question.protocol() == Protocol.TCP && question.port() >= 80 && question.port() <= 90;
  }

  private static boolean isCore(Map<String, Object> policy) {
    return policy.get("kind").equals("NetworkPolicy");
  }

  private static boolean holds(Map<String, Object> policy, Question question) {
    Map<String, Object> spec = spec(policy);
    List<?> types = list(spec.get("policyTypes"));
    boolean typed =
        types.isEmpty()
            ? question.direction().equals("ingress") || !list(spec.get("egress")).isEmpty()
            : types.contains(question.direction().equals("ingress") ? "Ingress" : "Egress");
    return typed
        && map(policy.get("metadata")).get("namespace").equals(question.held().namespace())
        && matches(map(spec.get("podSelector")), question.held().labels());
  }

  private boolean coreMatches(Map<String, Object> rule, Question question) {
    List<?> peers = list(rule.get(question.peers()));
    List<?> ports = list(rule.get("ports"));
    return (peers.isEmpty() || peers.stream().anyMatch(p -> corePeer(map(p), question)))
        && (ports.isEmpty() || ports.stream().anyMatch(p -> corePort(map(p), question)));
  }

  private boolean corePeer(Map<String, Object> peer, Question question) {
    if (peer.containsKey("ipBlock")) {
      Map<String, Object> block = map(peer.get("ipBlock"));
      return question.address().isPresent()
          && in(block.get("cidr").toString(), question.address().get())
          && list(block.get("except")).stream()
              .noneMatch(e -> in(e.toString(), question.address().get()));
    }
    Pod other = question.other();
    if (other == null) {
      return false;
    }
    boolean place =
        peer.containsKey("namespaceSelector")
            ? matches(map(peer.get("namespaceSelector")), namespaces.get(other.namespace()))
            : other.namespace().equals(question.held().namespace());
    return place
        && (!peer.containsKey("podSelector")
            || matches(map(peer.get("podSelector")), other.labels()));
  }

  private static boolean corePort(Map<String, Object> port, Question question) {
    if (!port.getOrDefault("protocol", "TCP").equals(question.protocol().name())) {
      return false;
    }
    return switch (port.get("port")) {
      case null -> true;
      case String name ->
          question
              .destination()
              .map(
                  pod ->
                      pod.ports().getOrDefault(name + "/" + question.protocol(), -1)
                          == question.port())
              .orElse(false);
      case Integer first -> {
        int last = (Integer) port.getOrDefault("endPort", first);
        yield question.port() >= first && question.port() <= last;
      }
      default -> throw new AssertionError();
    };
  }

  private boolean podsMatch(Map<String, Object> peer, Pod pod) {
    if (peer.containsKey("namespaces")) {
      return matches(map(peer.get("namespaces")), namespaces.get(pod.namespace()));
    }
    Map<String, Object> both = map(peer.get("pods"));
    return matches(map(both.get("namespaceSelector")), namespaces.get(pod.namespace()))
        && matches(map(both.get("podSelector")), pod.labels());
  }

  private static boolean matches(Map<String, Object> selector, Map<String, String> labels) {
    for (Map.Entry<String, Object> label : map(selector.get("matchLabels")).entrySet()) {
      if (!label.getValue().equals(labels.get(label.getKey()))) {
        return false;
      }
    }
    for (Object item : list(selector.get("matchExpressions"))) {
      Map<String, Object> expression = map(item);
      String value = labels.get(expression.get("key").toString());
      boolean holds =
          switch (expression.get("operator").toString()) {
            case "In" -> value != null && list(expression.get("values")).contains(value);
            case "NotIn" -> value == null || !list(expression.get("values")).contains(value);
            case "Exists" -> value != null;
            default -> value == null;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private static boolean in(String block, AddressRange address) {
    int slash = block.indexOf('/');
    int bits = Integer.parseInt(block.substring(slash + 1));
    long mask = bits == 0 ? 0 : 0xffff_ffffL << (32 - bits) & 0xffff_ffffL;
    long base = 0;
    for (String part : block.substring(0, slash).split("\\.")) {
      base = base << 8 | Long.parseLong(part);
    }
    return (address.first().longValue() & mask) == (base & mask);
  }

  private static Map<String, Object> spec(Map<String, Object> policy) {
    return map(policy.get("spec"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  private static List<?> list(@Nullable Object value) {
    return value == null ? List.of() : (List<?>) value;
  }
}
