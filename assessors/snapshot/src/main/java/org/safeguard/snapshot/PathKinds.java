package org.safeguard.snapshot;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.safeguard.model.snapshot.ResourceType;

/// Finds the type of objects that do not name it, from the file or folder they lie in, as old
/// support tools write them.
final class PathKinds {

  /// What objects lack.
  record Kind(String apiVersion, String kind) {}

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          core("pods", "Pod"),
          core("nodes", "Node"),
          core("namespaces", "Namespace"),
          core("services", "Service"),
          core("secrets", "Secret"),
          core("configmaps", "ConfigMap"),
          core("serviceaccounts", "ServiceAccount"),
          core("endpoints", "Endpoints"),
          core("events", "Event"),
          core("limitranges", "LimitRange"),
          core("resourcequotas", "ResourceQuota"),
          core("replicationcontrollers", "ReplicationController"),
          core("pvcs", "PersistentVolumeClaim"),
          core("persistentvolumeclaims", "PersistentVolumeClaim"),
          core("pvs", "PersistentVolume"),
          core("persistentvolumes", "PersistentVolume"),
          core("resourcequota", "ResourceQuota"),
          core("podtemplates", "PodTemplate"),
          core("componentstatuses", "ComponentStatus"),
          type("deployments", "apps/v1", "Deployment"),
          type("daemonsets", "apps/v1", "DaemonSet"),
          type("replicasets", "apps/v1", "ReplicaSet"),
          type("statefulsets", "apps/v1", "StatefulSet"),
          type("jobs", "batch/v1", "Job"),
          type("cronjobs", "batch/v1", "CronJob"),
          type("ingress", "networking.k8s.io/v1", "Ingress"),
          type("ingresses", "networking.k8s.io/v1", "Ingress"),
          type("networkpolicy", "networking.k8s.io/v1", "NetworkPolicy"),
          type("networkpolicies", "networking.k8s.io/v1", "NetworkPolicy"),
          type("storageclasses", "storage.k8s.io/v1", "StorageClass"),
          type("volumeattachments", "storage.k8s.io/v1", "VolumeAttachment"),
          type("poddisruptionbudgets", "policy/v1", "PodDisruptionBudget"),
          type("podsecuritypolicies", "policy/v1beta1", "PodSecurityPolicy"),
          type("horizontalpodautoscalers", "autoscaling/v1", "HorizontalPodAutoscaler"),
          type("roles", "rbac.authorization.k8s.io/v1", "Role"),
          type("rolebindings", "rbac.authorization.k8s.io/v1", "RoleBinding"),
          type("clusterroles", "rbac.authorization.k8s.io/v1", "ClusterRole"),
          type("clusterrolebindings", "rbac.authorization.k8s.io/v1", "ClusterRoleBinding"),
          type("priorityclasses", "scheduling.k8s.io/v1", "PriorityClass"),
          type("certificatesigningrequests", "certificates.k8s.io/v1", "CertificateSigningRequest"),
          type("ingressclasses", "networking.k8s.io/v1", "IngressClass"),
          type("leases", "coordination.k8s.io/v1", "Lease"),
          type("endpointslices", "discovery.k8s.io/v1", "EndpointSlice"),
          type("apiservices", "apiregistration.k8s.io/v1", "APIService"),
          type("controllerrevisions", "apps/v1", "ControllerRevision"),
          type(
              "validatingwebhookconfigurations",
              "admissionregistration.k8s.io/v1",
              "ValidatingWebhookConfiguration"),
          type(
              "mutatingwebhookconfigurations",
              "admissionregistration.k8s.io/v1",
              "MutatingWebhookConfiguration"),
          type("customresourcedefinitions", "apiextensions.k8s.io/v1", "CustomResourceDefinition"));

  private static final Set<String> ALIASES =
      Set.of("pvcs", "pvs", "ingress", "networkpolicy", "resourcequota");
  private static final Map<ResourceType, String> PLURALS = pluralsOfTypes();

  private PathKinds() {}

  /// The kind that the file's own name says, else the one its folder says.
  static Optional<Kind> of(String file) {
    String[] parts = file.split("[/!]");
    Optional<Kind> own = named(parts[parts.length - 1]);
    return own.isPresent() || parts.length < 2 ? own : named(parts[parts.length - 2]);
  }

  /// The resource name that the API server knows a type by, in lower case.
  static Optional<String> pluralOf(ResourceType type) {
    return Optional.ofNullable(PLURALS.get(type));
  }

  /// Every type known here that lies in namespaces.
  static Set<ResourceType> namespacedTypes() {
    Set<ResourceType> types = new TreeSet<>(PLURALS.keySet());
    types.removeIf(type -> !type.isNamespaced());
    return types;
  }

  /// Every type known here by its plural.
  static Map<ResourceType, String> plurals() {
    return PLURALS;
  }

  private static Map<ResourceType, String> pluralsOfTypes() {
    Map<ResourceType, String> plurals = new TreeMap<>();
    KINDS.forEach(
        (plural, kind) -> {
          if (!ALIASES.contains(plural)) {
            plurals.put(KnownTypes.of(kind.apiVersion(), kind.kind()), plural);
          }
        });
    return Map.copyOf(plurals);
  }

  private static Optional<Kind> named(String part) {
    int dot = part.lastIndexOf('.');
    String stem = (dot > 0 ? part.substring(0, dot) : part).toLowerCase(Locale.ROOT);
    String plural = stem.substring(stem.lastIndexOf('_') + 1).replace("-", "");
    return Optional.ofNullable(KINDS.get(plural));
  }

  private static Map.Entry<String, Kind> core(String plural, String kind) {
    return type(plural, "v1", kind);
  }

  private static Map.Entry<String, Kind> type(String plural, String apiVersion, String kind) {
    return Map.entry(plural, new Kind(apiVersion, kind));
  }
}
