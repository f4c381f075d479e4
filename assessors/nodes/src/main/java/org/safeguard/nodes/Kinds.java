package org.safeguard.nodes;

import org.safeguard.model.snapshot.ResourceType;

/// The types that the facts of this module look for.
final class Kinds {

  static final ResourceType NODE = new ResourceType("", "Node");
  static final ResourceType KUBELET_CONFIGURATION =
      new ResourceType("kubelet.config.k8s.io", "KubeletConfiguration");
  static final ResourceType MACHINE_CONFIG =
      new ResourceType("machineconfiguration.openshift.io", "MachineConfig");
  static final ResourceType STORAGE_CLASS = new ResourceType("storage.k8s.io", "StorageClass");
  static final ResourceType VOLUME = new ResourceType("", "PersistentVolume");
  static final ResourceType CLAIM = new ResourceType("", "PersistentVolumeClaim");
  static final ResourceType SNAPSHOT_CLASS =
      new ResourceType("snapshot.storage.k8s.io", "VolumeSnapshotClass");
  static final ResourceType STATEFUL_SET = new ResourceType("apps", "StatefulSet");
  static final ResourceType AUTOSCALER = new ResourceType("autoscaling", "HorizontalPodAutoscaler");
  static final ResourceType VERTICAL_AUTOSCALER =
      new ResourceType("autoscaling.k8s.io", "VerticalPodAutoscaler");
  static final ResourceType API_SERVICE = new ResourceType("apiregistration.k8s.io", "APIService");
  static final ResourceType RUNTIME_CLASS = new ResourceType("node.k8s.io", "RuntimeClass");
  static final ResourceType ENDPOINTS = new ResourceType("", "Endpoints");
  static final ResourceType ENDPOINT_SLICE = new ResourceType("discovery.k8s.io", "EndpointSlice");
  static final ResourceType ROUTE = new ResourceType("route.openshift.io", "Route");
  static final ResourceType SERVICE_MONITOR =
      new ResourceType("monitoring.coreos.com", "ServiceMonitor");
  static final ResourceType POD_MONITOR = new ResourceType("monitoring.coreos.com", "PodMonitor");

  private Kinds() {}

  /// A route of the Gateway API.
  static ResourceType gatewayRoute(String kind) {
    return new ResourceType("gateway.networking.k8s.io", kind);
  }
}
