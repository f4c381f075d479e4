package org.safeguard.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.ObjectNode;

/// The rules that a review of one's own access answered with, for one namespace.
///
/// @param rules those that allow a list
record AccessRules(List<Rule> rules) {

  /// @param groups API groups or `*`
  /// @param resources plurals or `*`
  private record Rule(List<String> groups, List<String> resources) {

    boolean names(String group, String plural) {
      return (groups.contains("*") || groups.contains(group))
          && (resources.contains("*") || resources.contains(plural));
    }
  }

  static AccessRules of(ArrayNode array) {
    List<Rule> rules = new ArrayList<>();
    for (ObjectNode rule : array.objects()) {
      List<String> verbs = rule.array("verbs").texts();
      boolean lists = verbs.contains("*") || verbs.contains("list");
      if (lists && rule.array("resourceNames").items().isEmpty()) {
        rules.add(new Rule(rule.array("apiGroups").texts(), rule.array("resources").texts()));
      }
    }
    return new AccessRules(List.copyOf(rules));
  }

  boolean mayList(String group, String plural) {
    return rules.stream().anyMatch(rule -> rule.names(group, plural));
  }
}
