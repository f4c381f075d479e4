package org.safeguard.tools;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// Effective mutual TLS of the meshes besides Istio.
final class OtherMeshModes {

  private static final String POLICY = "config.linkerd.io/default-inbound-policy";

  private final Captured captured;

  OtherMeshModes(Captured captured) {
    this.captured = captured;
  }

  IstioMode.Answer of(String product, PodTemplate workload) {
    return switch (product) {
      case "Linkerd" -> linkerd(workload);
      case "Kuma" -> kuma(workload);
      case "Consul" -> consul();
      default -> unknown(product);
    };
  }

  /// Without an annotation the installation decides, which takes unauthenticated clients by default
  /// ([authorization policy](https://linkerd.io/2/reference/authorization-policy/)).
  private IstioMode.Answer linkerd(PodTemplate workload) {
    Place own = workload.template().at("metadata", "annotations", POLICY);
    Optional<Place> namespace =
        captured
            .objects()
            .find(Types.NAMESPACE, "", workload.namespace())
            .map(found -> captured.objects().place(found).at("metadata", "annotations", POLICY));
    Place decides = own.isSet() ? own : namespace.filter(Place::isSet).orElse(own);
    if (decides.text() instanceof Value.Known<String>(Place place, String policy)) {
      return decided(place, linkerdMode(policy), List.of());
    }
    return installed(own);
  }

  private IstioMode.Answer installed(Place own) {
    List<Place> settings =
        captured.places("ConfigMap").stream()
            .filter(map -> map.resource().name().equals("linkerd-config"))
            .toList();
    Optional<Cause> gap = settings.isEmpty() ? captured.gap("ConfigMap") : Optional.<Cause>empty();
    for (Place map : settings) {
      Place values = map.at("data", "values");
      String text = values.text().orElse("");
      for (String line : text.lines().toList()) {
        if (line.strip().startsWith("defaultInboundPolicy:")) {
          String policy = line.substring(line.indexOf(':') + 1).replace("\"", "").strip();
          return decided(values, linkerdMode(policy), List.of());
        }
      }
    }
    return new IstioMode.Answer("permissive", "", List.of(), List.of(own), gap);
  }

  private static String linkerdMode(String policy) {
    return switch (policy) {
      case "all-authenticated", "cluster-authenticated", "deny" -> "strict";
      default -> "permissive";
    };
  }

  /// The mesh names a backend where mutual TLS is on; its mode is strict by default
  /// ([mutual TLS](https://kuma.io/docs/latest/policies/mutual-tls/)).
  private IstioMode.Answer kuma(PodTemplate workload) {
    Place label = workload.template().at("metadata", "labels", "kuma.io/mesh");
    String name = label.text().orElse("default");
    ResourceType type = ResourceType.of("Mesh.kuma.io");
    Optional<Place> mesh = captured.objects().find(type, "", name).map(captured.objects()::place);
    if (mesh.isEmpty()) {
      Optional<Cause> gap = captured.gap("Mesh.kuma.io");
      return new IstioMode.Answer("disabled", "", List.of(), List.of(label), gap);
    }
    Place enabled = mesh.get().at("spec", "mtls", "enabledBackend");
    if (!enabled.isSet()) {
      return decided(enabled, "disabled", List.of());
    }
    for (Place backend : mesh.get().at("spec", "mtls", "backends").objects().orElse(List.of())) {
      if (backend.at("name").text().orElse("").equals(enabled.text().orElse(""))) {
        Place mode = backend.at("mode");
        return decided(mode, mode.text().orElse("STRICT").toLowerCase(Locale.ROOT), List.of());
      }
    }
    return decided(enabled, "strict", List.of());
  }

  /// Mutual TLS is always on unless the defaults of proxies or services set a `mutualTLSMode` of
  /// permissive.
  private IstioMode.Answer consul() {
    for (String type :
        List.of("ProxyDefaults.consul.hashicorp.com", "ServiceDefaults.consul.hashicorp.com")) {
      for (Place object : captured.places(type)) {
        Place mode = object.at("spec", "mutualTLSMode");
        if (mode.text().orElse("").equals("permissive")) {
          return decided(mode, "permissive", List.of());
        }
      }
    }
    Optional<Cause> gap =
        captured
            .gap("ProxyDefaults.consul.hashicorp.com")
            .or(() -> captured.gap("ServiceDefaults.consul.hashicorp.com"));
    return new IstioMode.Answer("strict", "", List.of(), List.of(), gap);
  }

  private static IstioMode.Answer unknown(String product) {
    Cause cause =
        new Cause(
            Cause.Code.NOT_CAPTURED,
            "how " + product + " sets mutual TLS is not read here; ask for its settings");
    return new IstioMode.Answer("", "", List.of(), List.of(), Optional.of(cause));
  }

  private static IstioMode.Answer decided(Place place, String mode, List<String> weaker) {
    String by = place.resource().kind() + "/" + namespaced(place);
    return new IstioMode.Answer(mode, by, weaker, List.of(place), Optional.empty());
  }

  private static String namespaced(Place place) {
    boolean wide =
        place.resource().kind().equals("Mesh") || place.resource().kind().equals("Namespace");
    return wide
        ? place.resource().name()
        : ClusterObjects.namespace(place.resource()) + "/" + place.resource().name();
  }
}
