package org.safeguard.capture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers as an API server does: discovery, paged lists, refusals. Faults can be put before the
/// answers to a path.
final class FakeCluster implements RawServer.Handler {

  private static final Pattern LIMIT = Pattern.compile("[?&]limit=(\\d+)");
  private static final Pattern CONTINUE = Pattern.compile("[?&]continue=([^&]+)");

  /// A fault: makes another reply out of the right one.
  @FunctionalInterface
  interface Fault extends UnaryOperator<RawServer.Reply> {}

  private record Type(String group, String version, String plural, String kind, boolean scoped) {

    String path() {
      return group.isEmpty()
          ? "/api/" + version + "/" + plural
          : "/apis/" + group + "/" + version + "/" + plural;
    }
  }

  private final List<Type> types = new ArrayList<>();
  private final Map<String, List<String>> objects = new LinkedHashMap<>();
  private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
  private final Map<String, Fault> always = new ConcurrentHashMap<>();
  private final Set<String> forbidden = new HashSet<>();
  private boolean aggregated = true;
  private boolean metadataOnly = true;

  /// A cluster with a few objects.
  static FakeCluster small() {
    FakeCluster cluster = new FakeCluster();
    cluster.type("", "v1", "namespaces", "Namespace", false);
    cluster.type("", "v1", "pods", "Pod", true);
    cluster.type("", "v1", "nodes", "Node", false);
    cluster.type("", "v1", "configmaps", "ConfigMap", true);
    cluster.type("", "v1", "secrets", "Secret", true);
    cluster.type("", "v1", "events", "Event", true);
    cluster.type("apps", "v1", "deployments", "Deployment", true);
    cluster.type("example.org", "v1", "clinics", "Clinic", false);
    cluster.add("namespaces", "", "a", "");
    cluster.add("namespaces", "", "b", "");
    for (int i = 0; i < 5; i++) {
      cluster.add("pods", i < 3 ? "a" : "b", "pod-" + i, "\"spec\":{\"hostNetwork\":false}");
    }
    cluster.add("nodes", "", "node-0", "");
    cluster.add("configmaps", "a", "settings", "\"data\":{\"mode\":\"fast\"}");
    cluster.add("secrets", "a", "login", "\"type\":\"Opaque\"");
    cluster.add("deployments", "b", "web", "\"spec\":{\"replicas\":2}");
    cluster.add("clinics", "", "north", "");
    return cluster;
  }

  void type(String group, String version, String plural, String kind, boolean namespaced) {
    types.add(new Type(group, version, plural, kind, namespaced));
    objects.put(plural, new ArrayList<>());
  }

  /// @param members of the object beside its metadata
  void add(String plural, String namespace, String name, String members) {
    addWith(plural, namespace, name, "", members);
  }

  void addWith(String plural, String namespace, String name, String metadata, String members) {
    String where = namespace.isEmpty() ? "" : ",\"namespace\":\"" + namespace + "\"";
    objects
        .get(plural)
        .add(
            "{\"metadata\":{\"name\":\""
                + name
                + "\""
                + where
                + (metadata.isEmpty() ? "" : "," + metadata)
                + "}"
                + (members.isEmpty() ? "" : "," + members)
                + "}");
  }

  /// The next answers to a path with its query, one fault each.
  void fault(String path, Fault... next) {
    faults.computeIfAbsent(path, p -> new ArrayDeque<>()).addAll(List.of(next));
  }

  /// Every answer to a path that begins so.
  void faultAlways(String prefix, Fault fault) {
    always.put(prefix, fault);
  }

  void healAll() {
    faults.clear();
    always.clear();
  }

  void forbid(String path) {
    forbidden.add(path);
  }

  void answerPlainDiscovery() {
    aggregated = false;
  }

  void answerSecretsInFull() {
    metadataOnly = false;
  }

  @Override
  public RawServer.Reply reply(RawServer.Request request) {
    RawServer.Reply right = right(request);
    String path = request.path();
    for (Map.Entry<String, Fault> fault : always.entrySet()) {
      if (path.startsWith(fault.getKey())) {
        return fault.getValue().apply(right);
      }
    }
    Deque<Fault> next = faults.get(path);
    if (next != null) {
      synchronized (next) {
        Fault fault = next.poll();
        return fault == null ? right : fault.apply(right);
      }
    }
    return right;
  }

  private RawServer.Reply right(RawServer.Request request) {
    String path = request.path().replaceFirst("\\?.*", "");
    if (forbidden.contains(path)) {
      return status(403, "forbidden: User \"auditor\" cannot list here");
    }
    return switch (path) {
      case "/version" -> RawServer.json(200, "{\"gitVersion\":\"v1.31.2\"}");
      case "/api" -> RawServer.json(200, aggregated ? aggregated(true) : versions());
      case "/apis" -> RawServer.json(200, aggregated ? aggregated(false) : groups());
      default -> resources(request, path);
    };
  }

  private RawServer.Reply resources(RawServer.Request request, String path) {
    for (Type type : types) {
      String base = type.path().substring(0, type.path().lastIndexOf('/'));
      if (path.equals(base)) {
        return RawServer.json(200, resourceList(type.group(), type.version()));
      }
      if (path.equals(type.path())) {
        return list(request, type, objects.get(type.plural()));
      }
      String prefix = base + "/namespaces/";
      if (type.scoped() && path.startsWith(prefix) && path.endsWith("/" + type.plural())) {
        String namespace = path.substring(prefix.length(), path.lastIndexOf('/'));
        String member = "\"namespace\":\"" + namespace + "\"";
        return list(
            request,
            type,
            objects.get(type.plural()).stream().filter(text -> text.contains(member)).toList());
      }
      String named = prefix + "kube-system/" + type.plural() + "/";
      if (path.startsWith(named)) {
        String member = "\"name\":\"" + path.substring(named.length()) + "\"";
        return objects.get(type.plural()).stream()
            .filter(text -> text.contains(member))
            .map(
                text ->
                    "{\"apiVersion\":\"v1\",\"kind\":\"" + type.kind() + "\"," + text.substring(1))
            .map(text -> RawServer.json(200, text))
            .findFirst()
            .orElseGet(() -> status(404, "not found"));
      }
    }
    return status(404, "not found");
  }

  private RawServer.Reply list(RawServer.Request request, Type type, List<String> all) {
    int limit = number(LIMIT, request.path(), all.size());
    int from = number(CONTINUE, request.path(), 0);
    int to = Math.min(all.size(), from + limit);
    String next = to < all.size() ? ",\"continue\":\"" + to + "\"" : "";
    boolean names = type.plural().equals("secrets") && metadataOnly;
    return RawServer.json(
        200,
        "{\"kind\":\""
            + (names ? "PartialObjectMetadataList" : type.kind() + "List")
            + "\",\"apiVersion\":\""
            + (names ? "meta.k8s.io/v1" : type.version())
            + "\",\"metadata\":{\"resourceVersion\":\"77\""
            + next
            + "},\"items\":["
            + String.join(",", all.subList(Math.min(from, to), to))
            + "]}");
  }

  private static int number(Pattern pattern, String path, int otherwise) {
    Matcher matcher = pattern.matcher(path);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : otherwise;
  }

  static RawServer.Reply status(int status, String message) {
    return RawServer.json(
        status, "{\"kind\":\"Status\",\"message\":\"" + message.replace("\"", "\\\"") + "\"}");
  }

  static RawServer.Reply expired(String continueToken) {
    return RawServer.json(
        410,
        "{\"kind\":\"Status\",\"metadata\":{\"continue\":\""
            + continueToken
            + "\"},\"reason\":\"Expired\",\"message\":\"too old\"}");
  }

  private String aggregated(boolean core) {
    Map<String, StringBuilder> groups = new LinkedHashMap<>();
    for (Type type : types) {
      if (type.group().isEmpty() == core) {
        StringBuilder resources =
            groups.computeIfAbsent(type.group(), group -> new StringBuilder());
        resources
            .append(resources.isEmpty() ? "" : ",")
            .append("{\"resource\":\"" + type.plural() + "\",\"responseKind\":{\"group\":\"")
            .append(type.group() + "\",\"version\":\"v1\",\"kind\":\"" + type.kind())
            .append("\"},\"scope\":\"" + (type.scoped() ? "Namespaced" : "Cluster"))
            .append("\",\"verbs\":[\"get\",\"list\"],\"subresources\":[{\"subresource\":\"x\"}]}");
      }
    }
    List<String> items = new ArrayList<>();
    groups.forEach(
        (group, resources) ->
            items.add(
                "{\"metadata\":{\"name\":\""
                    + group
                    + "\"},\"versions\":[{\"version\":\"v1\",\"resources\":["
                    + resources
                    + "],\"freshness\":\"Current\"}]}"));
    return "{\"kind\":\"APIGroupDiscoveryList\",\"apiVersion\":\"apidiscovery.k8s.io/v2\","
        + "\"metadata\":{},\"items\":["
        + String.join(",", items)
        + "]}";
  }

  private static String versions() {
    return "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}";
  }

  private String groups() {
    List<String> groups =
        types.stream()
            .map(Type::group)
            .filter(group -> !group.isEmpty())
            .distinct()
            .map(
                group ->
                    "{\"name\":\""
                        + group
                        + "\",\"versions\":[{\"version\":\"v1\"}],"
                        + "\"preferredVersion\":{\"version\":\"v1\"}}")
            .toList();
    return "{\"kind\":\"APIGroupList\",\"groups\":[" + String.join(",", groups) + "]}";
  }

  private String resourceList(String group, String version) {
    List<String> resources =
        types.stream()
            .filter(type -> type.group().equals(group) && type.version().equals(version))
            .map(
                type ->
                    "{\"name\":\""
                        + type.plural()
                        + "\",\"kind\":\""
                        + type.kind()
                        + "\",\"namespaced\":"
                        + type.scoped()
                        + ",\"verbs\":[\"list\",\"watch\"]}")
            .toList();
    return "{\"kind\":\"APIResourceList\",\"resources\":[" + String.join(",", resources) + "]}";
  }
}
