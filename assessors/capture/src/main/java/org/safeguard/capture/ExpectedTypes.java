package org.safeguard.capture;

import java.util.List;
import org.safeguard.model.snapshot.ResourceType;

/// Types that rules ask about. One that the server does not serve is recorded as absent, which is
/// an answer, where a type that nobody mentions is none.
final class ExpectedTypes {

  private static final List<ResourceType> ALL =
      List.of(
              "Namespace",
              "Node",
              "Pod",
              "Service",
              "ServiceAccount",
              "ConfigMap",
              "PersistentVolume",
              "PersistentVolumeClaim",
              "LimitRange",
              "ResourceQuota",
              "ReplicationController",
              "Deployment.apps",
              "DaemonSet.apps",
              "StatefulSet.apps",
              "ReplicaSet.apps",
              "Job.batch",
              "CronJob.batch",
              "NetworkPolicy.networking.k8s.io",
              "Ingress.networking.k8s.io",
              "IngressClass.networking.k8s.io",
              "AdminNetworkPolicy.policy.networking.k8s.io",
              "BaselineAdminNetworkPolicy.policy.networking.k8s.io",
              "Role.rbac.authorization.k8s.io",
              "RoleBinding.rbac.authorization.k8s.io",
              "ClusterRole.rbac.authorization.k8s.io",
              "ClusterRoleBinding.rbac.authorization.k8s.io",
              "ValidatingWebhookConfiguration.admissionregistration.k8s.io",
              "MutatingWebhookConfiguration.admissionregistration.k8s.io",
              "ValidatingAdmissionPolicy.admissionregistration.k8s.io",
              "ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io",
              "PodSecurityPolicy.policy",
              "PodDisruptionBudget.policy",
              "StorageClass.storage.k8s.io",
              "CSIDriver.storage.k8s.io",
              "VolumeSnapshot.snapshot.storage.k8s.io",
              "VolumeSnapshotClass.snapshot.storage.k8s.io",
              "CustomResourceDefinition.apiextensions.k8s.io",
              "APIService.apiregistration.k8s.io",
              "CertificateSigningRequest.certificates.k8s.io",
              "RuntimeClass.node.k8s.io",
              "HorizontalPodAutoscaler.autoscaling")
          .stream()
          .map(ResourceType::of)
          .toList();

  private ExpectedTypes() {}

  static List<ResourceType> all() {
    return ALL;
  }
}
