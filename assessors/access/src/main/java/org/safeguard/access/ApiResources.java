package org.safeguard.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The resources of Kubernetes itself by the names that people type, since roles and bindings alone
/// do not tell in which group a resource lies and whether it lies in a namespace.
final class ApiResources {

  private static final Map<String, String> GROUPS = groups();
  private static final Set<String> OF_CLUSTER =
      Set.of(
          "nodes",
          "persistentvolumes",
          "componentstatuses",
          "clusterroles",
          "clusterrolebindings",
          "certificatesigningrequests",
          "signers",
          "storageclasses",
          "csidrivers",
          "csinodes",
          "volumeattachments",
          "ingressclasses",
          "priorityclasses",
          "runtimeclasses",
          "validatingwebhookconfigurations",
          "mutatingwebhookconfigurations",
          "validatingadmissionpolicies",
          "validatingadmissionpolicybindings",
          "mutatingadmissionpolicies",
          "mutatingadmissionpolicybindings",
          "customresourcedefinitions",
          "apiservices",
          "flowschemas",
          "prioritylevelconfigurations",
          "tokenreviews",
          "subjectaccessreviews",
          "users",
          "groups");
  private static final Set<String> SUBRESOURCES =
      Set.of(
          "approval",
          "attach",
          "binding",
          "configz",
          "ephemeralcontainers",
          "eviction",
          "exec",
          "finalize",
          "healthz",
          "log",
          "metrics",
          "pods",
          "portforward",
          "proxy",
          "resize",
          "rollback",
          "scale",
          "stats",
          "status",
          "token");
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("po", "pods"),
          Map.entry("svc", "services"),
          Map.entry("ns", "namespaces"),
          Map.entry("no", "nodes"),
          Map.entry("cm", "configmaps"),
          Map.entry("sa", "serviceaccounts"),
          Map.entry("pv", "persistentvolumes"),
          Map.entry("pvc", "persistentvolumeclaims"),
          Map.entry("deploy", "deployments"),
          Map.entry("ds", "daemonsets"),
          Map.entry("sts", "statefulsets"),
          Map.entry("rs", "replicasets"),
          Map.entry("rc", "replicationcontrollers"),
          Map.entry("cj", "cronjobs"),
          Map.entry("ing", "ingresses"),
          Map.entry("netpol", "networkpolicies"),
          Map.entry("csr", "certificatesigningrequests"),
          Map.entry("crd", "customresourcedefinitions"));

  private ApiResources() {}

  private static Map<String, String> groups() {
    Map<String, String> groups = new HashMap<>();
    put(groups, "apps", "deployments daemonsets statefulsets replicasets controllerrevisions");
    put(groups, "batch", "jobs cronjobs");
    put(groups, "autoscaling", "horizontalpodautoscalers");
    put(groups, "policy", "poddisruptionbudgets podsecuritypolicies");
    put(groups, "networking.k8s.io", "networkpolicies ingresses ingressclasses");
    put(groups, "rbac.authorization.k8s.io", "roles rolebindings clusterroles clusterrolebindings");
    put(groups, "certificates.k8s.io", "certificatesigningrequests signers");
    put(groups, "storage.k8s.io", "storageclasses csidrivers csinodes volumeattachments");
    put(groups, "scheduling.k8s.io", "priorityclasses");
    put(groups, "node.k8s.io", "runtimeclasses");
    put(groups, "coordination.k8s.io", "leases");
    put(groups, "discovery.k8s.io", "endpointslices");
    put(groups, "apiextensions.k8s.io", "customresourcedefinitions");
    put(groups, "apiregistration.k8s.io", "apiservices");
    put(groups, "authentication.k8s.io", "tokenreviews");
    put(groups, "authorization.k8s.io", "subjectaccessreviews localsubjectaccessreviews");
    put(
        groups,
        "admissionregistration.k8s.io",
        "validatingwebhookconfigurations mutatingwebhookconfigurations"
            + " validatingadmissionpolicies validatingadmissionpolicybindings"
            + " mutatingadmissionpolicies mutatingadmissionpolicybindings");
    put(groups, "flowcontrol.apiserver.k8s.io", "flowschemas prioritylevelconfigurations");
    return Map.copyOf(groups);
  }

  private static void put(Map<String, String> groups, String group, String resources) {
    for (String resource : resources.split(" ")) {
      groups.put(resource, group);
    }
  }

  /// The plural of a name that people type: `po`, `pod` and `pods` are one.
  static String plural(String word) {
    String full = SHORT.getOrDefault(word, word);
    if (GROUPS.containsKey(full + "es")) {
      return full + "es";
    }
    if (full.endsWith("s") || full.equals("*")) {
      return full;
    }
    return full.endsWith("y") ? full.substring(0, full.length() - 1) + "ies" : full + "s";
  }

  /// The group of a resource where none is named; the core group for one that is not known.
  static String group(String resource) {
    return GROUPS.getOrDefault(resource, "");
  }

  static boolean liesInNoNamespace(String resource) {
    return OF_CLUSTER.contains(resource);
  }

  static boolean isSubresource(String word) {
    return SUBRESOURCES.contains(word) || word.equals("*");
  }
}
