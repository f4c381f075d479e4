package org.safeguard.controlplane;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Types;

/// Says why a component of the control plane cannot be seen, and what would settle it.
final class Platform {

  private static final ResourceType NODE = new ResourceType("", "Node");
  private static final ResourceType INFRASTRUCTURE =
      new ResourceType("config.openshift.io", "Infrastructure");
  private static final Pattern EMBEDDED = Pattern.compile(".*\\+(k3s|k0s).*");

  /// A provider's own label on its nodes, by the start of the label.
  private static final List<Map.Entry<String, String>> LABELS =
      List.of(
          Map.entry("eks.amazonaws.com/", "Amazon EKS"),
          Map.entry("cloud.google.com/gke-", "Google GKE"),
          Map.entry("kubernetes.azure.com/", "Azure AKS"),
          Map.entry("doks.digitalocean.com/", "DigitalOcean Kubernetes"),
          Map.entry("lke.linode.com/", "Linode LKE"),
          Map.entry("ibm-cloud.kubernetes.io/", "IBM Cloud Kubernetes Service"),
          Map.entry("oke.oraclecloud.com/", "Oracle OKE"),
          Map.entry("alibabacloud.com/nodepool-id", "Alibaba ACK"));

  private static final List<Map.Entry<String, String>> DESCRIPTIONS =
      List.of(
          Map.entry("EksCluster", "Amazon EKS"),
          Map.entry("GkeCluster", "Google GKE"),
          Map.entry("AksCluster", "Azure AKS"));

  private static final Map<String, String> QUESTIONS =
      Map.of(
          "Amazon EKS", "supply the output of `aws eks describe-cluster`",
          "Google GKE", "supply the output of `gcloud container clusters describe`",
          "Azure AKS", "supply the output of `az aks show`");

  private final ClusterObjects objects;
  private final @Nullable String version;

  Platform(Snapshot snapshot, ClusterObjects objects) {
    this.objects = objects;
    this.version = snapshot.kubernetesVersion();
  }

  /// Who runs the control plane, where it is a provider.
  Optional<String> provider() {
    return ofDescription().or(this::ofNodes).or(this::ofVersion).or(this::hosted);
  }

  /// Why a component cannot be seen.
  Cause unseen(String component) {
    Optional<String> provider = provider();
    if (provider.isPresent()) {
      return managed(provider.get(), component);
    }
    Optional<String> embedded = embedded();
    if (embedded.isPresent()) {
      return new Cause(
          Cause.Code.UNRESOLVED,
          embedded.get()
              + " runs "
              + component
              + " inside its own process, where no pod shows it; supply its server configuration or"
              + " a kube-bench report of a server node");
    }
    return objects
        .coverages()
        .gap(Types.POD)
        .orElseGet(
            () ->
                new Cause(
                    Cause.Code.UNRESOLVED,
                    "no pod of this snapshot runs "
                        + component
                        + "; it may run as a service of its host or lie outside what was captured:"
                        + " capture the pods of kube-system, or supply a kube-bench report of a"
                        + " control plane node"));
  }

  /// Why there may be more pods of the control plane than are here.
  Optional<Cause> cutOff() {
    return cutOff(Types.POD);
  }

  /// Why a provider may have left its marks on nodes that are not here.
  Optional<Cause> hiddenNodes() {
    return cutOff(NODE);
  }

  private Optional<Cause> cutOff(ResourceType type) {
    return switch (objects.coverages().of(type)) {
      case FORBIDDEN, PARTIAL, FAILED -> objects.coverages().gap(type);
      case CAPTURED, ABSENT, UNKNOWN -> Optional.empty();
    };
  }

  private static Cause managed(String provider, String component) {
    String question =
        QUESTIONS.getOrDefault(provider, "supply the provider's description of the cluster");
    return new Cause(
        Cause.Code.PROVIDER_MANAGED,
        provider
            + " runs "
            + component
            + "; "
            + question
            + ", or ask the provider how this is set and keep the answer");
  }

  private Optional<String> ofDescription() {
    return DESCRIPTIONS.stream()
        .filter(
            entry ->
                !objects.of(new ResourceType(ServerMetrics.TYPE.group(), entry.getKey())).isEmpty())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private Optional<String> ofNodes() {
    TreeSet<String> labels = new TreeSet<>();
    for (Place node : objects.placesOf(NODE)) {
      labels.addAll(node.at("metadata", "labels").each().keySet());
    }
    return LABELS.stream()
        .filter(entry -> labels.stream().anyMatch(label -> label.startsWith(entry.getKey())))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private Optional<String> ofVersion() {
    return versions().stream().flatMap(text -> ofVersion(text).stream()).findFirst();
  }

  private static Optional<String> ofVersion(String text) {
    if (text.contains("-eks-")) {
      return Optional.of("Amazon EKS");
    }
    return text.contains("-gke.") ? Optional.of("Google GKE") : Optional.empty();
  }

  /// OpenShift whose control plane runs in another cluster.
  private Optional<String> hosted() {
    boolean external =
        objects.placesOf(INFRASTRUCTURE).stream()
            .anyMatch(
                one ->
                    one.at("status", "controlPlaneTopology").text().orElse("").equals("External"));
    return external ? Optional.of("the hosting service of OpenShift") : Optional.empty();
  }

  private Optional<String> embedded() {
    return versions().stream()
        .filter(text -> EMBEDDED.matcher(text).matches())
        .map(text -> text.contains("+k3s") ? "k3s" : "k0s")
        .findFirst();
  }

  private TreeSet<String> versions() {
    TreeSet<String> versions = new TreeSet<>();
    if (version != null) {
      versions.add(version);
    }
    for (Place node : objects.placesOf(NODE)) {
      versions.add(node.at("status", "nodeInfo", "kubeletVersion").text().orElse(""));
    }
    return versions;
  }
}
