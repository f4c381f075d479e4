package org.safeguard.controlplane;

import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.AuditLevel;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Plays telling requests through an audit policy as the API server does: the first rule that
/// matches gives the level, and where none does nothing is recorded
/// ([audit.k8s.io/v1](https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/)).
final class AuditPolicies {

  /// A request of a person who is in no special group.
  ///
  /// @param title as facts name it
  /// @param namespace empty for cluster scope
  record Request(String title, String verb, String group, String resource, String namespace) {}

  private static final List<Request> REQUESTS =
      List.of(
          new Request("read a secret", "get", "", "secrets", "ehr"),
          new Request("list secrets", "list", "", "secrets", "ehr"),
          new Request("change a secret", "update", "", "secrets", "ehr"),
          new Request("read a config map", "get", "", "configmaps", "ehr"),
          new Request("request a token", "create", "", "serviceaccounts/token", "ehr"),
          new Request("review a token", "create", "authentication.k8s.io", "tokenreviews", ""),
          new Request("open a shell", "create", "", "pods/exec", "ehr"),
          new Request("forward a port", "create", "", "pods/portforward", "ehr"),
          new Request("grant a role", "create", "rbac.authorization.k8s.io", "rolebindings", "ehr"),
          new Request(
              "change a cluster role", "update", "rbac.authorization.k8s.io", "clusterroles", ""),
          new Request("create a pod", "create", "", "pods", "ehr"),
          new Request("delete a workload", "delete", "apps", "deployments", "ehr"),
          new Request("read a custom resource", "get", "clinic.example", "records", "ehr"));

  private static final List<String> ALL_USERS = List.of("system:authenticated");

  private AuditPolicies() {}

  static List<AuditLevel> levels(Configuration policy) {
    return REQUESTS.stream().map(request -> level(policy, request)).toList();
  }

  private static AuditLevel level(Configuration policy, Request request) {
    ArrayNode rules = policy.content().array("rules");
    for (int i = 0; i < rules.items().size(); i++) {
      if (rules.items().get(i) instanceof ObjectNode rule && matches(rule, request)) {
        String level = rule.text("level").orElse("None");
        JsonPointer at = new JsonPointer("/rules").child(i).child("level");
        return made(policy, request.title(), level, recordsEnd(policy, rule), at);
      }
    }
    return made(policy, request.title(), "None", true, new JsonPointer("/rules"));
  }

  /// The `ResponseComplete` stage holds the outcome; one that is left out nobody can look up.
  private static boolean recordsEnd(Configuration policy, ObjectNode rule) {
    return !policy.content().array("omitStages").texts().contains("ResponseComplete")
        && !rule.array("omitStages").texts().contains("ResponseComplete");
  }

  private static AuditLevel made(
      Configuration policy, String request, String level, boolean complete, JsonPointer at) {
    Reading where = policy.at(at, request + ": " + level);
    Provenance provenance =
        Provenance.builder(where.resource(), where.pointer())
            .read("request", where)
            .read("level", where)
            .read("complete", where)
            .build();
    return new AuditLevel(request, level, complete, provenance);
  }

  private static boolean matches(ObjectNode rule, Request request) {
    List<String> groups = rule.array("userGroups").texts();
    boolean somebody =
        rule.array("users").items().isEmpty()
            && (groups.isEmpty() || groups.stream().anyMatch(ALL_USERS::contains));
    List<String> verbs = rule.array("verbs").texts();
    boolean verb = verbs.isEmpty() || verbs.contains(request.verb());
    return somebody && verb && matchesTarget(rule, request);
  }

  private static boolean matchesTarget(ObjectNode rule, Request request) {
    boolean resources = !rule.array("resources").items().isEmpty();
    boolean namespaces = !rule.array("namespaces").items().isEmpty();
    boolean paths = !rule.array("nonResourceURLs").items().isEmpty();
    if (!resources && !namespaces && !paths) {
      return true;
    }
    List<String> inNamespaces = rule.array("namespaces").texts();
    boolean namespace = !namespaces || inNamespaces.contains(request.namespace());
    return (resources || namespaces)
        && namespace
        && (!resources
            || rule.array("resources").objects().stream().anyMatch(r -> has(r, request)));
  }

  /// Group and resource; an entry that is limited to some object names leaves others out.
  private static boolean has(ObjectNode entry, Request request) {
    List<String> resources = entry.array("resources").texts();
    boolean group = text(entry, "group").equals(request.group());
    boolean everyName = entry.array("resourceNames").items().isEmpty();
    return group
        && (resources.isEmpty()
            || everyName && resources.stream().anyMatch(r -> covers(r, request.resource())));
  }

  private static String text(ObjectNode entry, String key) {
    return Optional.ofNullable(entry.get(key))
        .filter(ScalarNode.class::isInstance)
        .map(node -> ((ScalarNode) node).text())
        .orElse("");
  }

  /// `*`, `pods`, `pods/log`, `pods/*` and `*/scale`; `pods` does not cover its subresources, but
  /// `pods/*` covers pods.
  private static boolean covers(String pattern, String resource) {
    if (pattern.equals("*") || pattern.equals(resource)) {
      return true;
    }
    int slash = resource.indexOf('/');
    String alone = slash < 0 ? resource : resource.substring(0, slash);
    return pattern.equals(alone + "/*")
        || slash >= 0 && pattern.equals("*" + resource.substring(slash));
  }
}
