package org.safeguard.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Recognises documents that are evidence about a cluster and no object of it, such as the report
/// of a scanner or a provider's description. Each becomes an object of a kind of ours, named after
/// its file, whose members stay where they were, so that a pointer leads into the file.
final class Evidence {

  static final String GROUP = "evidence.safeguard.org";
  static final String API_VERSION = GROUP + "/v1";

  private static final Pattern EKS = Pattern.compile("arn:aws[\\w-]*:eks:.*");
  private static final Pattern AKS =
      Pattern.compile("(?i)Microsoft\\.ContainerService/managedClusters");
  private static final Pattern ACR =
      Pattern.compile("(?i)Microsoft\\.ContainerRegistry/registries");
  private static final Pattern GAR = Pattern.compile("projects/[^/]+/locations/.+/repositories/.+");

  /// Configuration of the control plane and of nodes: typed, and without a name of its own.
  private static final Set<String> CONFIGURATION =
      Set.of(
          "audit.k8s.io",
          "apiserver.config.k8s.io",
          "apiserver.k8s.io",
          "kubelet.config.k8s.io",
          "kubeadm.k8s.io",
          "kubeproxy.config.k8s.io",
          "kubescheduler.config.k8s.io",
          "kubecontrolplane.config.openshift.io",
          "pod-security.admission.config.k8s.io",
          "eventratelimit.admission.k8s.io",
          "resourcequota.admission.k8s.io");

  private static final Set<String> OLD_CONFIGURATION =
      Set.of("EncryptionConfig", "AdmissionConfiguration");

  private Evidence() {}

  /// Whether objects of a type are files of a control plane or node rather than of the cluster.
  static boolean isConfiguration(ResourceType type) {
    return CONFIGURATION.contains(type.group())
        || type.group().isEmpty() && OLD_CONFIGURATION.contains(type.kind());
  }

  /// Whether a type is one of those that this reader made up for evidence.
  static boolean isEvidence(ResourceType type) {
    return type.group().equals(GROUP) || isConfiguration(type);
  }

  /// The object for a document that says no kind of its own.
  static Optional<ObjectNode> of(ObjectNode document, String file) {
    return kind(document).map(kind -> object(kind, file, document));
  }

  /// The object for an array of records, which it keeps under a name of its own.
  static Optional<ObjectNode> of(ArrayNode array, String file) {
    List<ObjectNode> members = array.objects();
    if (members.isEmpty() || members.size() != array.items().size()) {
      return Optional.empty();
    }
    if (members.stream().allMatch(Evidence::isControls)) {
      return Optional.of(wrapped("KubeBenchReport", "Controls", array, file));
    }
    if (members.stream().allMatch(Evidence::isRule)) {
      return Optional.of(wrapped("FalcoRules", "rules", array, file));
    }
    if (members.stream().allMatch(Evidence::isRepository)) {
      return Optional.of(wrapped("RegistryExport", "repositories", array, file));
    }
    return Optional.empty();
  }

  /// The objects for an array of cluster descriptions, one each, such as `az aks list` prints.
  static List<ObjectNode> clusters(ArrayNode array, String file) {
    List<ObjectNode> members = array.objects();
    boolean all = !members.isEmpty() && members.stream().allMatch(m -> cloud(m).isPresent());
    return all
        ? members.stream()
            .map(m -> object(cloud(m).orElseThrow(), file + "#" + m.text("name").orElse(""), m))
            .toList()
        : List.of();
  }

  private static Optional<String> kind(ObjectNode document) {
    boolean bench = document.array("Controls").objects().stream().anyMatch(Evidence::isControls);
    if (bench) {
      return Optional.of("KubeBenchReport");
    }
    return cloud(document)
        .or(() -> isRegistry(document) ? Optional.of("RegistryExport") : Optional.empty());
  }

  private static Optional<String> cloud(ObjectNode document) {
    ObjectNode cluster = document.object("cluster");
    if (matches(cluster, "arn", EKS) || matches(document, "arn", EKS)) {
      return Optional.of("EksCluster");
    }
    if (matches(document, "type", AKS)) {
      return Optional.of("AksCluster");
    }
    boolean google =
        document.text("selfLink").filter(link -> link.contains("container.google")).isPresent()
            || document.has("currentMasterVersion") && document.has("nodePools");
    return google ? Optional.of("GkeCluster") : Optional.empty();
  }

  static boolean isControls(ObjectNode member) {
    return member.has("node_type") && member.get("tests") instanceof ArrayNode;
  }

  private static boolean isRule(ObjectNode member) {
    return member.has("rule") && (member.has("condition") || member.has("enabled"))
        || member.has("macro") && member.has("condition")
        || member.has("list") && member.has("items")
        || member.has("required_engine_version")
        || member.has("required_plugin_versions");
  }

  private static boolean isRegistry(ObjectNode document) {
    if (matches(document, "type", ACR)) {
      return true;
    }
    List<ObjectNode> repositories = document.array("repositories").objects();
    return !repositories.isEmpty() && repositories.stream().allMatch(Evidence::isRepository);
  }

  /// A repository or project as ECR, Quay, Artifact Registry, Harbor and ACR list them.
  private static boolean isRepository(ObjectNode member) {
    return member.has("repositoryArn")
        || member.has("is_public") && member.has("namespace")
        || matches(member, "name", GAR) && member.has("format")
        || member.has("project_id") && (member.has("artifact_count") || member.has("repo_count"))
        || matches(member, "type", ACR);
  }

  private static boolean matches(ObjectNode object, String key, Pattern pattern) {
    return object.text(key).filter(text -> pattern.matcher(text).matches()).isPresent();
  }

  private static ObjectNode wrapped(String kind, String key, ArrayNode array, String file) {
    ObjectNode members = ObjectNode.builder(array.line()).put(key, array).build();
    return object(kind, file, members);
  }

  /// An object of a kind of ours with the members of `content`.
  static ObjectNode object(String kind, String name, ObjectNode content) {
    ObjectNode.Builder object =
        ObjectNode.builder(content.line())
            .put("apiVersion", text(API_VERSION))
            .put("kind", text(kind))
            .put("metadata", named(ObjectNode.EMPTY, name));
    content.each(object::putIfAbsent);
    return EvidenceSecrets.dropped(object.build());
  }

  /// A typed configuration under the name of its file.
  static ObjectNode configuration(ObjectNode body, String name) {
    ObjectNode.Builder object = ObjectNode.builder(body.line());
    body.each(object::put);
    object.put("metadata", named(body.object("metadata"), name));
    return EvidenceSecrets.dropped(object.build());
  }

  private static ObjectNode named(ObjectNode metadata, String name) {
    ObjectNode.Builder named = ObjectNode.builder(metadata.line());
    metadata.each(named::put);
    return named.put("name", text(name)).build();
  }

  static ScalarNode text(String text) {
    return new ScalarNode(text, 0);
  }

  /// The same for a whole number.
  static Node number(long number) {
    return new ScalarNode(number, 0);
  }
}
