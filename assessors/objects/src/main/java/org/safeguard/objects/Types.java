package org.safeguard.objects;

import java.util.List;
import org.safeguard.model.snapshot.ResourceType;

/// The types that facts look for beside their own object.
public final class Types {

  public static final ResourceType POD = new ResourceType("", "Pod");
  public static final ResourceType NAMESPACE = new ResourceType("", "Namespace");
  public static final ResourceType SERVICE = new ResourceType("", "Service");
  public static final ResourceType SERVICE_ACCOUNT = new ResourceType("", "ServiceAccount");
  public static final ResourceType SECRET = new ResourceType("", "Secret");
  public static final ResourceType CONFIG_MAP = new ResourceType("", "ConfigMap");
  public static final ResourceType RESOURCE_QUOTA = new ResourceType("", "ResourceQuota");
  public static final ResourceType LIMIT_RANGE = new ResourceType("", "LimitRange");
  public static final ResourceType INGRESS = new ResourceType("networking.k8s.io", "Ingress");
  public static final ResourceType OLD_INGRESS = new ResourceType("extensions", "Ingress");
  public static final ResourceType NETWORK_POLICY =
      new ResourceType("networking.k8s.io", "NetworkPolicy");
  public static final ResourceType DISRUPTION_BUDGET =
      new ResourceType("policy", "PodDisruptionBudget");
  public static final ResourceType ROLE = new ResourceType("rbac.authorization.k8s.io", "Role");
  public static final ResourceType CLUSTER_ROLE =
      new ResourceType("rbac.authorization.k8s.io", "ClusterRole");
  public static final ResourceType ROLE_BINDING =
      new ResourceType("rbac.authorization.k8s.io", "RoleBinding");
  public static final ResourceType CLUSTER_ROLE_BINDING =
      new ResourceType("rbac.authorization.k8s.io", "ClusterRoleBinding");

  /// What people write templates with. With all of these, or with the pods, nothing that runs is
  /// missing.
  public static final List<ResourceType> CONTROLLERS =
      List.of(
          new ResourceType("apps", "Deployment"),
          new ResourceType("apps", "StatefulSet"),
          new ResourceType("apps", "DaemonSet"),
          new ResourceType("batch", "Job"),
          new ResourceType("batch", "CronJob"));

  private Types() {}
}
