package org.safeguard.tools;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.ClusterNetwork;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Workload;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// What the network plugins that were found enforce and encrypt.
final class NetworkPlugins {

  private static final String CONFIG_MAP = "ConfigMap";
  private static final String FELIX = "FelixConfiguration.crd.projectcalico.org";

  private final Captured captured;
  private final ToolSearch.Result found;

  NetworkPlugins(Captured captured, ToolSearch.Result found) {
    this.captured = captured;
    this.found = found;
  }

  List<ClusterNetwork> facts() {
    return found.doing("network-plugin").stream()
        .filter(Finding::isStrong)
        .map(this::fact)
        .toList();
  }

  private ClusterNetwork fact(Finding finding) {
    String product = finding.product().name();
    Trace trace = new Trace(captured.made("NetworkPlugin", "", product));
    Optional<Workload> best = finding.workloads().stream().findFirst();
    trace.read("product", finding.signs().getFirst().reading());
    return new ClusterNetwork(
        best.map(Workload::namespace).orElse(""),
        best.map(Workload::name).orElse(product),
        product,
        enforces(trace, finding),
        encryption(trace, product),
        coversNodes(trace, product),
        meshFound(trace),
        trace.done());
  }

  private boolean meshFound(Trace trace) {
    boolean runs = found.doing("mesh").stream().anyMatch(Finding::isStrong);
    if (!runs) {
      trace.unknown("meshFound", found.gap());
    }
    return runs;
  }

  /// Flannel carries packets and enforces nothing, unless Calico stands beside it.
  private boolean enforces(Trace trace, Finding finding) {
    trace.read("enforcesPolicies", finding.signs().getFirst().reading());
    boolean helped = found.runs("Calico") || found.runs("Cilium");
    return switch (finding.product().name()) {
      case "Flannel", "Azure CNI", "kindnet" ->
          helped || found.runs("Azure network policy manager") || unsure(trace, finding);
      case "Amazon VPC CNI" -> helped || amazonAgent(trace, finding);
      default -> true;
    };
  }

  /// Newer kindnet enforces policies, and a service of the provider may stand beside Azure's.
  private static boolean unsure(Trace trace, Finding finding) {
    if (!finding.product().name().equals("Flannel")) {
      trace.unknown(
          "enforcesPolicies",
          new Cause(
              Cause.Code.PROVIDER_MANAGED,
              "whether "
                  + finding.product().name()
                  + " enforces network policies depends on its version and on the provider's"
                  + " settings; ask which network policy engine is on"));
    }
    return false;
  }

  private static boolean amazonAgent(Trace trace, Finding finding) {
    return Answers.any(
        trace,
        "enforcesPolicies",
        finding.workloads().stream()
            .flatMap(w -> Answers.orElse(w, Workload::containers, List.<Container>of()).stream())
            .toList(),
        "arguments",
        container -> container.arguments().contains("--enable-network-policy=true"));
  }

  private String encryption(Trace trace, String product) {
    return switch (product) {
      case "Cilium" -> cilium(trace);
      case "Calico" -> felix(trace, "encryption") ? "wireguard" : "none";
      case "Flannel" -> flannel(trace);
      case "Antrea" -> antrea(trace);
      case "Weave Net", "OVN-Kubernetes", "Azure CNI", "Amazon VPC CNI" -> untold(trace, product);
      default -> "none";
    };
  }

  private static String untold(Trace trace, String product) {
    trace.unknown(
        "encryption",
        new Cause(
            Cause.Code.PROVIDER_MANAGED,
            "how "
                + product
                + " encrypts between nodes is set outside of what is read here; ask for its"
                + " settings and those of the network below"));
    return "none";
  }

  private String cilium(Trace trace) {
    Optional<Place> data = configMap(trace, "encryption", "cilium-config");
    if (data.isEmpty()) {
      return "none";
    }
    Readings readings = new Readings(trace, "encryption");
    boolean wireguard = isTrue(readings, data.get().at("enable-wireguard"));
    boolean ipsec = isTrue(readings, data.get().at("enable-ipsec"));
    return readings.decide(wireguard ? "wireguard" : ipsec ? "ipsec" : "none");
  }

  private boolean coversNodes(Trace trace, String product) {
    return switch (product) {
      case "Cilium" -> {
        Optional<Place> data = configMap(trace, "coversNodes", "cilium-config");
        Readings readings = new Readings(trace, "coversNodes");
        yield data.isPresent() && readings.decide(isTrue(readings, data.get().at("encrypt-node")));
      }
      case "Calico" -> felix(trace, "coversNodes");
      default -> false;
    };
  }

  /// WireGuard is off unless the configuration turns it on.
  private boolean felix(Trace trace, String component) {
    String key =
        component.equals("encryption") ? "wireguardEnabled" : "wireguardHostEncryptionEnabled";
    Readings readings = new Readings(trace, component);
    for (Place configuration : captured.places(FELIX)) {
      if (readings.take(configuration.at("spec", key).flag(), false)) {
        return readings.decide(true);
      }
    }
    trace.unknown(component, captured.gap(FELIX));
    return readings.decide(false);
  }

  private String flannel(Trace trace) {
    Optional<Place> data =
        configMap(trace, "encryption", "kube-flannel-cfg", "rke2-canal-config", "canal-config");
    if (data.isEmpty()) {
      return "none";
    }
    Readings readings = new Readings(trace, "encryption");
    String settings =
        readings.take(data.get().at("net-conf.json").text(), "").toLowerCase(Locale.ROOT);
    return readings.decide(
        settings.contains("\"wireguard\"")
            ? "wireguard"
            : settings.contains("\"ipsec\"") ? "ipsec" : "none");
  }

  private String antrea(Trace trace) {
    Optional<Place> data = configMap(trace, "encryption", "antrea-config");
    if (data.isEmpty()) {
      return "none";
    }
    Readings readings = new Readings(trace, "encryption");
    String settings = readings.take(data.get().at("antrea-agent.conf").text(), "");
    boolean wireguard = settings.lines().anyMatch(line -> mode(line, "wireGuard"));
    boolean ipsec = settings.lines().anyMatch(line -> mode(line, "ipsec"));
    return readings.decide(wireguard ? "wireguard" : ipsec ? "ipsec" : "none");
  }

  private static boolean mode(String line, String wanted) {
    return line.strip().replace("\"", "").equalsIgnoreCase("trafficEncryptionMode: " + wanted);
  }

  private static boolean isTrue(Readings readings, Place place) {
    return readings.take(place.text(), "false").equals("true");
  }

  /// The data of the first config map of these names; where there is none the component is unknown.
  private Optional<Place> configMap(Trace trace, String component, String... names) {
    Optional<Place> found =
        captured.places(CONFIG_MAP).stream()
            .filter(map -> List.of(names).contains(map.resource().name()))
            .map(map -> map.at("data"))
            .findFirst();
    if (found.isEmpty()) {
      trace.unknown(
          component,
          captured
              .gap(CONFIG_MAP)
              .orElse(
                  new Cause(
                      Cause.Code.UNRESOLVED,
                      "the config map " + names[0] + " is not in this snapshot; capture it")));
    }
    return found;
  }
}
