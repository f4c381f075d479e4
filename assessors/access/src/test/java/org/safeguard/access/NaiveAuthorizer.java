package org.safeguard.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// The RBAC authorizer written down once more, straight from its source and without any index:
/// `VisitRulesFor`, `appliesTo` and `RuleAllows` over the raw objects.
final class NaiveAuthorizer {

  private final List<Resource> resources;

  NaiveAuthorizer(List<Resource> resources) {
    this.resources = resources;
  }

  boolean allows(String user, List<String> groups, Request request) {
    for (Resource binding : resources) {
      boolean cluster = binding.kind().equals("ClusterRoleBinding");
      boolean here =
          binding.kind().equals("RoleBinding")
              && !request.namespace().isEmpty()
              && binding.namespace().equals(request.namespace());
      if ((cluster || here)
          && applies(binding, user, groups)
          && rules(binding).stream().anyMatch(rule -> covers(rule, request))) {
        return true;
      }
    }
    return false;
  }

  private static boolean applies(Resource binding, String user, List<String> groups) {
    for (Node item : binding.body().array("subjects").items()) {
      ObjectNode subject = (ObjectNode) item;
      String name = subject.text("name").orElse("");
      String namespace = subject.text("namespace").orElse(binding.namespace());
      boolean match =
          switch (subject.text("kind").orElse("")) {
            case "User" -> user.equals(name);
            case "Group" -> groups.contains(name);
            case "ServiceAccount" ->
                !namespace.isEmpty()
                    && user.equals("system:serviceaccount:" + namespace + ":" + name);
            default -> false;
          };
      if (match) {
        return true;
      }
    }
    return false;
  }

  private List<ObjectNode> rules(Resource binding) {
    ObjectNode reference = binding.body().object("roleRef");
    String kind = reference.text("kind").orElse("");
    Optional<Resource> role =
        resources.stream()
            .filter(one -> one.kind().equals(kind))
            .filter(one -> one.name().equals(reference.text("name").orElse("")))
            .filter(
                one -> kind.equals("ClusterRole") || one.namespace().equals(binding.namespace()))
            .findFirst();
    List<ObjectNode> rules = new ArrayList<>();
    role.ifPresent(
        found -> found.body().array("rules").items().forEach(rule -> rules.add((ObjectNode) rule)));
    return rules;
  }

  private static boolean covers(ObjectNode rule, Request request) {
    List<String> verbs = texts(rule, "verbs");
    if (!verbs.contains("*") && !verbs.contains(request.verb())) {
      return false;
    }
    return switch (request) {
      case Request.OfPath path ->
          texts(rule, "nonResourceURLs").stream().anyMatch(u -> url(u, path.path()));
      case Request.OfResource of -> covers(rule, of);
    };
  }

  private static boolean url(String rule, String path) {
    if (rule.equals("*") || rule.equals(path)) {
      return true;
    }
    String prefix = rule;
    while (prefix.endsWith("*")) {
      prefix = prefix.substring(0, prefix.length() - 1);
    }
    return rule.endsWith("*") && path.startsWith(prefix);
  }

  private static boolean covers(ObjectNode rule, Request.OfResource of) {
    List<String> groups = texts(rule, "apiGroups");
    List<String> names = texts(rule, "resourceNames");
    boolean resource = false;
    for (String ruled : texts(rule, "resources")) {
      String combined =
          of.subresource().isEmpty() ? of.resource() : of.resource() + "/" + of.subresource();
      resource |= ruled.equals("*") || ruled.equals(combined);
      resource |=
          !of.subresource().isEmpty()
              && ruled.length() == of.subresource().length() + 2
              && ruled.startsWith("*/")
              && ruled.endsWith(of.subresource());
    }
    return resource
        && (groups.contains("*") || groups.contains(of.group()))
        && (names.isEmpty() || names.contains(of.name()));
  }

  private static List<String> texts(ObjectNode rule, String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : rule.array(key).items()) {
      texts.add(((ScalarNode) item).text());
    }
    return texts;
  }
}
