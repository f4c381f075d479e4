package org.safeguard.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.ConfigMap;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Secret;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Types;

/// What stands around roles and bindings and decides where a right leads: accounts, the pods that
/// run as them, nodes and stored tokens.
final class Surroundings {

  static final ResourceType NODE = new ResourceType("", "Node");
  private static final String TOKEN = "kubernetes.io/service-account-token";
  private static final Set<String> CONTROL_PLANE =
      Set.of(
          "node-role.kubernetes.io/control-plane",
          "node-role.kubernetes.io/master",
          "node-role.kubernetes.io/controlplane",
          "node-role.kubernetes.io/etcd");

  /// A pod template that runs as an account.
  ///
  /// @param account as whom
  /// @param label `Deployment clinic/portal`
  /// @param evidence where it says so
  /// @param doubt why it may not hold a token; empty where it does
  record Running(SubjectKey account, String label, Reading evidence, Optional<Cause> doubt) {}

  private final ClusterObjects objects;
  private final Map<SubjectKey, Resource> accounts = new TreeMap<>();
  private final Map<String, List<Running>> running = new TreeMap<>();
  private final Map<SubjectKey, List<String>> workloads = new HashMap<>();
  private final Map<SubjectKey, Resource> mentions = new HashMap<>();
  private final Map<String, List<Secret>> tokens = new TreeMap<>();
  private final Map<String, Place> nodes = new TreeMap<>();
  private final Map<String, Map<SubjectKey, Place>> onNode = new TreeMap<>();
  private final Optional<ConfigMap> awsAuth;
  private final PodGuard guard;

  Surroundings(ClusterObjects objects, Facts known) {
    this.objects = objects;
    this.guard = new PodGuard(objects, known);
    for (Resource account : objects.of(Types.SERVICE_ACCOUNT)) {
      accounts.put(SubjectKey.account(ClusterObjects.namespace(account), account.name()), account);
    }
    known.workloads().forEach(this::running);
    for (Secret secret : known.secrets()) {
      if (!secret.provenance().unknown().containsKey("type") && secret.type().equals(TOKEN)) {
        tokens.computeIfAbsent(secret.namespace(), _ -> new ArrayList<>()).add(secret);
      }
    }
    objects.placesOf(NODE).forEach(node -> nodes.put(node.resource().name(), node));
    objects.placesOf(Types.POD).forEach(this::scheduled);
    awsAuth =
        known.configMaps().stream()
            .filter(map -> map.namespace().equals("kube-system") && map.name().equals("aws-auth"))
            .findFirst();
  }

  private void running(Workload workload) {
    if (workload.provenance().unknown().containsKey("serviceAccount")) {
      return;
    }
    SubjectKey account = SubjectKey.account(workload.namespace(), workload.serviceAccount());
    mentions.putIfAbsent(account, workload.provenance().resource());
    workloads
        .computeIfAbsent(account, _ -> new ArrayList<>())
        .add(workload.kind() + "/" + workload.namespace() + "/" + workload.name());
    Optional<Cause> doubt =
        Optional.ofNullable(workload.provenance().unknown().get("tokenMounted"));
    if (doubt.isPresent() || workload.tokenMounted()) {
      String label = workload.kind() + " " + workload.namespace() + "/" + workload.name();
      Reading evidence = workload.provenance().readings("serviceAccount").getFirst();
      running
          .computeIfAbsent(workload.namespace(), _ -> new ArrayList<>())
          .add(new Running(account, label, evidence, doubt));
    }
  }

  private void scheduled(Place pod) {
    Place spec = pod.at("spec");
    String node = spec.at("nodeName").text().orElse("");
    if (!node.isEmpty()) {
      mentions.putIfAbsent(SubjectKey.node(node), pod.resource());
      Place named = spec.at("serviceAccountName");
      String account = named.text().or(spec.at("serviceAccount").text()).orElse("default");
      onNode
          .computeIfAbsent(node, _ -> new TreeMap<>())
          .putIfAbsent(
              SubjectKey.account(ClusterObjects.namespace(pod.resource()), account), named);
    }
  }

  /// Accounts that are in the snapshot or that something runs as.
  Set<SubjectKey> accounts() {
    Set<SubjectKey> all = new TreeSet<>(accounts.keySet());
    all.addAll(workloads.keySet());
    return all;
  }

  /// An object that names an account or a node, where it has none of its own.
  Optional<Resource> mention(SubjectKey key) {
    return Optional.ofNullable(mentions.get(key));
  }

  Optional<Resource> account(SubjectKey key) {
    return Optional.ofNullable(accounts.get(key));
  }

  /// Whether an account is there. Kubernetes makes `default` in every namespace.
  boolean exists(SubjectKey key) {
    return key.name().equals("default") || accounts.containsKey(key);
  }

  /// Why an account that was not found may still be there.
  Optional<Cause> accountGap() {
    return objects.coverages().gap(Types.SERVICE_ACCOUNT);
  }

  /// What runs as an account, as `Kind/namespace/name`.
  List<String> workloads(SubjectKey account) {
    return workloads.getOrDefault(account, List.of());
  }

  Optional<Cause> workloadGap() {
    return objects.workloadGap();
  }

  /// What runs in a namespace and holds a token, one for each account.
  List<Running> running(String namespace) {
    Set<SubjectKey> seen = new LinkedHashSet<>();
    return running.getOrDefault(namespace, List.of()).stream()
        .filter(one -> one.doubt().isPresent() || seen.add(one.account()))
        .toList();
  }

  List<Secret> tokens(String namespace) {
    return tokens.getOrDefault(namespace, List.of());
  }

  Optional<Cause> secretGap() {
    return objects.coverages().gap(Types.SECRET);
  }

  Optional<Cause> configMapGap() {
    return objects.coverages().gap(Types.CONFIG_MAP);
  }

  /// The map of cloud identities to groups of the cluster, on Amazon's.
  Optional<ConfigMap> awsAuth() {
    return awsAuth;
  }

  /// Names of nodes, in order.
  Set<String> nodes() {
    Set<String> names = new TreeSet<>(nodes.keySet());
    names.addAll(onNode.keySet());
    return names;
  }

  Optional<Place> node(String name) {
    return Optional.ofNullable(nodes.get(name));
  }

  Optional<Cause> nodeGap() {
    return objects.coverages().gap(NODE);
  }

  boolean isControlPlane(String node) {
    Place place = nodes.get(node);
    return place != null
        && place.at("metadata", "labels").each().keySet().stream()
            .anyMatch(CONTROL_PLANE::contains);
  }

  /// The accounts of the pods on a node, with where the pod says so.
  Map<SubjectKey, Place> on(String node) {
    return onNode.getOrDefault(node, Map.of());
  }

  PodGuard guard() {
    return guard;
  }

  Set<String> namespaces() {
    return objects.namespaces();
  }
}
