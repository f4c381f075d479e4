package org.safeguard.kubernetes;

import java.util.List;
import org.safeguard.model.snapshot.ResourceType;

/// The types that facts look for beside their own object.
final class Types {

  static final ResourceType POD = new ResourceType("", "Pod");
  static final ResourceType NAMESPACE = new ResourceType("", "Namespace");
  static final ResourceType SERVICE = new ResourceType("", "Service");
  static final ResourceType SERVICE_ACCOUNT = new ResourceType("", "ServiceAccount");
  static final ResourceType SECRET = new ResourceType("", "Secret");
  static final ResourceType CONFIG_MAP = new ResourceType("", "ConfigMap");
  static final ResourceType RESOURCE_QUOTA = new ResourceType("", "ResourceQuota");
  static final ResourceType LIMIT_RANGE = new ResourceType("", "LimitRange");
  static final ResourceType INGRESS = new ResourceType("networking.k8s.io", "Ingress");
  static final ResourceType OLD_INGRESS = new ResourceType("extensions", "Ingress");
  static final ResourceType NETWORK_POLICY = new ResourceType("networking.k8s.io", "NetworkPolicy");
  static final ResourceType DISRUPTION_BUDGET = new ResourceType("policy", "PodDisruptionBudget");
  static final ResourceType ROLE = new ResourceType("rbac.authorization.k8s.io", "Role");
  static final ResourceType CLUSTER_ROLE =
      new ResourceType("rbac.authorization.k8s.io", "ClusterRole");
  static final ResourceType ROLE_BINDING =
      new ResourceType("rbac.authorization.k8s.io", "RoleBinding");
  static final ResourceType CLUSTER_ROLE_BINDING =
      new ResourceType("rbac.authorization.k8s.io", "ClusterRoleBinding");

  /// What people write templates with. With all of these, or with the pods, nothing that runs is
  /// missing.
  static final List<ResourceType> CONTROLLERS =
      List.of(
          new ResourceType("apps", "Deployment"),
          new ResourceType("apps", "StatefulSet"),
          new ResourceType("apps", "DaemonSet"),
          new ResourceType("batch", "Job"),
          new ResourceType("batch", "CronJob"));

  private Types() {}
}
