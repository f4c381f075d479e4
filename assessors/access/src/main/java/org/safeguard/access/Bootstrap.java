package org.safeguard.access;

import java.util.List;
import java.util.Set;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.objects.SystemNamespaces;

/// What Kubernetes itself brings along and restores
///
// ([policy](https://github.com/kubernetes/kubernetes/blob/v1.34.0/plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go)).
final class Bootstrap {

  private static final String LABEL = "kubernetes.io/bootstrapping";
  private static final Set<String> KUBEADM =
      Set.of(
          "kubeadm:cluster-admins",
          "kubeadm:get-nodes",
          "kubeadm:kubelet-bootstrap",
          "kubeadm:kubelet-config",
          "kubeadm:nodes-kubeadm-config",
          "kubeadm:node-autoapprove-bootstrap",
          "kubeadm:node-autoapprove-certificate-rotation",
          "kubeadm:node-proxier",
          "kubeadm:bootstrap-signer-clusterinfo",
          "kube-proxy");

  /// The roles by which distributions let their API servers call kubelets.
  private static final Set<String> KUBELET_CALLERS =
      Set.of("system:kubelet-api-admin", "proxy-clusterrole-kubeapiserver");

  private Bootstrap() {}

  /// The names under which API servers call kubelets.
  private static final Set<String> API_SERVERS =
      Set.of("kube-apiserver", "kube-apiserver-kubelet-client", "apiserver-kubelet-client");

  /// Whether somebody is a part of Kubernetes and all that was granted to it comes with it.
  static boolean owns(SubjectKey key, List<Grant> named) {
    return isPart(key) && named.stream().allMatch(grant -> comesAlong(key, grant));
  }

  /// Whether a subject is a part of Kubernetes by its name.
  static boolean isPart(SubjectKey key) {
    return switch (key.kind()) {
      case NODE -> false;
      case USER, GROUP ->
          key.name().startsWith("system:")
              || KUBEADM.contains(key.name())
              || API_SERVERS.contains(key.name());
      case SERVICE_ACCOUNT -> key.namespace().equals("kube-system");
    };
  }

  /// Whether a subject belongs to the platform rather than to what runs on it.
  static boolean isPlatform(SubjectKey key) {
    return switch (key.kind()) {
      case NODE -> false;
      case USER, GROUP -> isPart(key);
      case SERVICE_ACCOUNT -> SystemNamespaces.contains(key.namespace());
    };
  }

  private static boolean comesAlong(SubjectKey key, Grant grant) {
    Resource binding = grant.binding().resource();
    String role = grant.binding().roleName().orElse("");
    return API_SERVERS.contains(key.name()) && KUBELET_CALLERS.contains(role)
        || binding.body().object("metadata").object("labels").has(LABEL)
        || KUBEADM.contains(binding.name())
        || binding.name().startsWith("system:") && role.startsWith("system:");
  }
}
