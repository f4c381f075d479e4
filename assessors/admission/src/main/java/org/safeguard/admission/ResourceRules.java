package org.safeguard.admission;

import java.util.List;
import org.safeguard.objects.Place;

/// The rules by which webhooks and admission policies say which requests they want
/// (Kubernetes documentation, "Matching requests: rules").
///
/// @param rules the places of the rules
record ResourceRules(List<Place> rules) {

  static ResourceRules at(Place place) {
    return new ResourceRules(place.objects().orElse(List.of()));
  }

  /// Whether a request is wanted, whatever the name of the object.
  ///
  /// @param resource plural, with a subresource after a slash
  boolean want(String group, String resource, String operation) {
    return rules.stream().anyMatch(rule -> wants(rule, group, resource, operation));
  }

  boolean wantsPods() {
    return want("", "pods", "CREATE");
  }

  boolean wantsEphemeralContainers() {
    return want("", "pods/ephemeralcontainers", "UPDATE");
  }

  private static boolean wants(Place rule, String group, String resource, String operation) {
    return any(rule.at("operations"), operation)
        && any(rule.at("apiGroups"), group)
        && resource(rule.at("resources").texts().orElse(List.of()), resource)
        && rule.at("resourceNames").texts().orElse(List.of()).isEmpty()
        && !rule.at("scope").text().orElse("*").equals("Cluster");
  }

  private static boolean any(Place place, String wanted) {
    List<String> texts = place.texts().orElse(List.of());
    return texts.contains("*") || texts.contains(wanted);
  }

  private static boolean resource(List<String> resources, String wanted) {
    int slash = wanted.indexOf('/');
    if (slash < 0) {
      return resources.contains(wanted) || resources.contains("*") || resources.contains("*/*");
    }
    return resources.contains(wanted)
        || resources.contains("*/*")
        || resources.contains("*" + wanted.substring(slash))
        || resources.contains(wanted.substring(0, slash) + "/*");
  }
}
