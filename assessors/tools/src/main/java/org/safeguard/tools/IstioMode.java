package org.safeguard.tools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Selector;
import org.safeguard.objects.Value;

/// Effective mutual TLS of Istio by its
/// [peer authentication](https://istio.io/latest/docs/concepts/security/#peer-authentication):
/// a policy that selects the workload comes before that of its namespace, and that before the one
/// of the root namespace. What is not set is taken from the next. Of several the oldest counts.
final class IstioMode {

  static final String TYPE = "PeerAuthentication.security.istio.io";

  /// The mode, and what decided it.
  ///
  /// @param mode `strict`, `permissive` or `disabled`
  /// @param decidedBy the policy, empty for the default
  /// @param weakerPorts ports with a weaker mode than strict, as `port mode`
  /// @param seen the places that decided
  /// @param gap why the mode cannot be told
  record Answer(
      String mode,
      String decidedBy,
      List<String> weakerPorts,
      List<Place> seen,
      Optional<Cause> gap) {}

  private static final Comparator<Place> OLDEST =
      Comparator.comparing(
              (Place policy) ->
                  policy.at("metadata", "creationTimestamp").text().orElse("9999-12-31"))
          .thenComparing(policy -> policy.resource().name());

  private final List<Place> policies;
  private final Optional<Cause> gap;
  private final String root;
  private final Optional<Cause> rootGap;

  /// @param rootGap why the root namespace may be another one
  IstioMode(Captured captured, String root, Optional<Cause> rootGap) {
    this.rootGap = rootGap;
    this.policies = captured.places(TYPE).stream().sorted(OLDEST).toList();
    this.gap = captured.gap(TYPE);
    this.root = root;
  }

  Answer of(String namespace, Map<String, String> podLabels) {
    List<Place> seen = new ArrayList<>();
    List<Place> levels = new ArrayList<>();
    Optional<Place> own =
        policies.stream().filter(p -> in(p, namespace) && selects(p, podLabels)).findFirst();
    own.ifPresent(levels::add);
    wide(namespace).ifPresent(levels::add);
    wide(root).filter(policy -> !namespace.equals(root)).ifPresent(levels::add);
    for (Place policy : levels) {
      Value<String> mode = policy.at("spec", "mtls", "mode").text();
      seen.add(mode.place());
      if (mode instanceof Value.Unreadable<String>(Place _, Cause cause)) {
        return new Answer("", "", List.of(), seen, Optional.of(cause));
      }
      if (isSet(mode.orElse("UNSET"))) {
        String found = mode.orElse("").toLowerCase(Locale.ROOT);
        boolean byRoot = in(policy, root) && !namespace.equals(root);
        return answer(found, label(policy), own, seen, byRoot);
      }
    }
    return answer("permissive", "", own, seen, true);
  }

  private Answer answer(
      String mode, String by, Optional<Place> own, List<Place> seen, boolean byRoot) {
    List<String> weaker = new ArrayList<>();
    own.ifPresent(policy -> ports(policy, mode, weaker, seen));
    Optional<Cause> unsure = gap.or(() -> byRoot ? rootGap : Optional.empty());
    return new Answer(mode, by, weaker, seen, unsure);
  }

  /// Modes by port hold only where a policy selects the workload.
  private static void ports(Place policy, String mode, List<String> weaker, List<Place> seen) {
    policy
        .at("spec", "portLevelMtls")
        .each()
        .forEach(
            (port, setting) -> {
              String own = setting.at("mode").text().orElse("UNSET");
              String effective = isSet(own) ? own.toLowerCase(Locale.ROOT) : mode;
              if (!effective.equals("strict")) {
                weaker.add(port + " " + effective);
                seen.add(setting.at("mode"));
              }
            });
  }

  private Optional<Place> wide(String namespace) {
    return policies.stream().filter(p -> in(p, namespace) && !hasSelector(p)).findFirst();
  }

  private static boolean in(Place policy, String namespace) {
    return ClusterObjects.namespace(policy.resource()).equals(namespace);
  }

  private static boolean hasSelector(Place policy) {
    return !policy.at("spec", "selector", "matchLabels").each().isEmpty();
  }

  private static boolean selects(Place policy, Map<String, String> labels) {
    Map<String, String> wanted =
        policy.at("spec", "selector", "matchLabels").textMap().orElse(Map.of());
    return !wanted.isEmpty() && new Selector(wanted, List.of()).matches(labels);
  }

  private static boolean isSet(String mode) {
    return !mode.equals("UNSET") && !mode.isEmpty();
  }

  static String label(Place object) {
    return object.resource().kind()
        + "/"
        + ClusterObjects.namespace(object.resource())
        + "/"
        + object.resource().name();
  }
}
