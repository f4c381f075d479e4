package org.safeguard.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Small random clusters of roles and bindings, as YAML.
final class RandomAccess {

  static final List<String> NAMESPACES = List.of("a", "b", "kube-system");
  static final List<String> SUBJECTS =
      List.of(
          "{kind: User, name: alice}",
          "{kind: User, name: \"system:serviceaccount:a:one\"}",
          "{kind: Group, name: devs}",
          "{kind: Group, name: \"system:authenticated\"}",
          "{kind: Group, name: \"system:serviceaccounts\"}",
          "{kind: Group, name: \"system:serviceaccounts:b\"}",
          "{kind: ServiceAccount, name: one, namespace: a}",
          "{kind: ServiceAccount, name: two, namespace: b}",
          "{kind: ServiceAccount, name: one}");
  static final List<String> VERBS =
      List.of("get", "list", "create", "update", "patch", "bind", "escalate", "impersonate", "*");
  static final List<String> GROUPS = List.of("\"\"", "apps", "rbac.authorization.k8s.io", "\"*\"");
  static final List<String> RESOURCES =
      List.of(
          "pods",
          "pods/exec",
          "\"*/exec\"",
          "\"*\"",
          "secrets",
          "deployments",
          "deployments/scale",
          "\"*/scale\"",
          "clusterroles",
          "clusterrolebindings",
          "serviceaccounts",
          "serviceaccounts/token",
          "users",
          "groups",
          "nodes/proxy");
  static final List<String> NAMES = List.of("x", "y", "cluster-admin", "one");
  static final List<String> PATHS = List.of("/metrics", "/api/*", "/logs/**", "\"*\"", "/healthz");

  private final Random random;

  RandomAccess(long seed) {
    this.random = new Random(seed);
  }

  String yaml() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      yaml.append(role("ClusterRole", "c" + i, ""));
      yaml.append(role("Role", "r" + i, pick(NAMESPACES)));
    }
    for (int i = 0; i < 4; i++) {
      yaml.append(binding("ClusterRoleBinding", "cb" + i, ""));
      yaml.append(binding("RoleBinding", "rb" + i, pick(NAMESPACES)));
    }
    for (String account : List.of("one, namespace: a", "two, namespace: b")) {
      yaml.append("apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: ")
          .append(account)
          .append("}\n---\n");
    }
    return yaml.toString();
  }

  private String role(String kind, String name, String namespace) {
    StringBuilder rules = new StringBuilder();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      rules.append(rule());
    }
    return head(kind, name, namespace)
        + (count == 0 ? "rules: []\n" : "rules:\n" + rules)
        + "---\n";
  }

  private String rule() {
    if (random.nextInt(5) == 0) {
      return "  - {verbs: "
          + some(List.of("get", "\"*\""))
          + ", nonResourceURLs: "
          + some(PATHS)
          + "}\n";
    }
    String names = random.nextInt(4) == 0 ? ", resourceNames: " + some(NAMES) : "";
    return "  - {verbs: "
        + some(VERBS.stream().map(verb -> verb.equals("*") ? "\"*\"" : verb).toList())
        + ", apiGroups: "
        + some(GROUPS)
        + ", resources: "
        + some(RESOURCES)
        + names
        + "}\n";
  }

  private String binding(String kind, String name, String namespace) {
    boolean cluster = kind.equals("ClusterRoleBinding") || random.nextBoolean();
    String role = (cluster ? "ClusterRole, name: c" : "Role, name: r") + random.nextInt(5);
    return head(kind, name, namespace)
        + "roleRef: {kind: "
        + role
        + "}\nsubjects: "
        + some(SUBJECTS)
        + "\n---\n";
  }

  private static String head(String kind, String name, String namespace) {
    return "apiVersion: rbac.authorization.k8s.io/v1\nkind: "
        + kind
        + "\nmetadata: {name: "
        + name
        + (namespace.isEmpty() ? "" : ", namespace: " + namespace)
        + "}\n";
  }

  private List<String> some(List<String> values) {
    List<String> some = new ArrayList<>();
    do {
      some.add(pick(values));
    } while (random.nextInt(3) > 0 && some.size() < 3);
    return some;
  }

  String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  int next(int bound) {
    return random.nextInt(bound);
  }
}
