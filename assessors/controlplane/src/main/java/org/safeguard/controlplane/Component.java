package org.safeguard.controlplane;

import java.util.Arrays;
import java.util.Optional;

/// The programs of a control plane.
enum Component {
  API_SERVER("kube-apiserver", "apiServer", "openshift-kube-apiserver"),
  CONTROLLER_MANAGER(
      "kube-controller-manager", "controllerManager", "openshift-kube-controller-manager"),
  SCHEDULER("kube-scheduler", "scheduler", "openshift-kube-scheduler"),
  ETCD("etcd", "etcd", "openshift-etcd"),
  PROXY("kube-proxy", "", "openshift-sdn");

  private final String program;
  private final String kubeadm;
  private final String openShift;

  Component(String program, String kubeadm, String openShift) {
    this.program = program;
    this.kubeadm = kubeadm;
    this.openShift = openShift;
  }

  static Optional<Component> named(String program) {
    return Arrays.stream(values()).filter(one -> one.program.equals(program)).findFirst();
  }

  String program() {
    return program;
  }

  /// Its member of kubeadm's `ClusterConfiguration`; empty for none.
  String kubeadm() {
    return kubeadm;
  }

  /// Whether pods of this namespace may be this cluster's own. Elsewhere they are somebody else's:
  /// control planes of guest clusters run as pods too.
  boolean livesIn(String namespace) {
    return namespace.equals("kube-system") || namespace.equals(openShift);
  }

  /// Whether a cluster works without it, so that its absence needs no explanation.
  boolean optional() {
    return this == PROXY;
  }
}
