package org.safeguard.capture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a capture does not ask for, and why.
final class LeftOut {

  private static final Map<String, String> TYPES =
      Map.of(
          "/events", "events come and go, and no rule reads them",
          "events.k8s.io/events", "events come and go, and no rule reads them",
          "/componentstatuses", "to list them makes the server probe its own parts",
          "coordination.k8s.io/leases", "leases change every few seconds, and no rule reads them",
          "/endpoints", "endpoints follow from services and pods",
          "discovery.k8s.io/endpointslices", "endpoint slices follow from services and pods",
          "apps/controllerrevisions", "they repeat older versions of other objects",
          "/bindings", "nothing is stored of them");
  private static final Map<String, String> GROUPS =
      Map.of(
          "metrics.k8s.io", "measurements change every few seconds, and no rule reads them",
          "custom.metrics.k8s.io", "measurements change every few seconds, and no rule reads them",
          "external.metrics.k8s.io",
              "measurements change every few seconds, and no rule reads them",
          "packages.operators.coreos.com",
              "they are a shop's catalogue and not the cluster's state");

  /// Where the types of the group `extensions` live today.
  private static final Map<String, Set<String>> MOVED =
      Map.of(
          "deployments", Set.of("apps"),
          "daemonsets", Set.of("apps"),
          "replicasets", Set.of("apps"),
          "ingresses", Set.of("networking.k8s.io"),
          "networkpolicies", Set.of("networking.k8s.io"),
          "podsecuritypolicies", Set.of("policy"));

  private final CaptureOptions options;
  private final Served served;

  LeftOut(CaptureOptions options, Served served) {
    this.options = options;
    this.served = served;
  }

  /// Why a type is not asked for; empty when it is.
  Optional<String> reason(ServedType type) {
    if (type.isSecret() && !options.secretNames()) {
      return Optional.of("secrets were not asked for, not even their names");
    }
    if (type.group().equals("extensions")
        && served.types().stream()
            .anyMatch(
                other ->
                    other.plural().equals(type.plural())
                        && MOVED.getOrDefault(type.plural(), Set.of()).contains(other.group()))) {
      return Optional.of("the same objects are read from the group where they live today");
    }
    return Optional.ofNullable(GROUPS.get(type.group()))
        .or(() -> Optional.ofNullable(TYPES.get(type.group() + "/" + type.plural())));
  }

  /// The same in words, for a plan made before anything is known of the server.
  static List<String> inWords(CaptureOptions options) {
    String secrets =
        options.secretNames()
            ? "the values of secrets: their list is asked for as metadata only, and whatever else"
                + " comes is dropped while it is read"
            : "secrets, not even their names";
    return List.of(
        secrets,
        "nodes/proxy: it looks like reading, but whoever may use it can run commands on every node",
        "logs, exec, attach, portforward, proxies, watches, and anything that is not GET",
        "access reviews: they are POST; what may be read is learned from the lists themselves",
        "events, leases, endpoints, measurements and component statuses, which no rule reads");
  }
}
