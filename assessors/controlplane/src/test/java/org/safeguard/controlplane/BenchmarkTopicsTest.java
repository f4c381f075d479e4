package org.safeguard.controlplane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BenchmarkTopicsTest {

  @Test
  void filesAreToldByTheirWords() {
    assertEquals("control-plane-files", master("the admin.conf file permissions are set to 600"));
    assertEquals("control-plane-files", master("the PKI directory and file ownership is root"));
    assertEquals("etcd-data", master("the etcd data directory permissions are set to 700"));
    assertEquals("kubelet-files", node("the certificate authorities file permissions are 600"));
    assertEquals("kube-proxy-files", node("proxy kubeconfig file ownership is set to root:root"));
  }

  @Test
  void argumentsAreToldByTheirGroup() {
    assertEquals("api-server", BenchmarkTopics.of("master", "API Server", "--profiling is false"));
    assertEquals("kubelet", BenchmarkTopics.of("node", "Kubelet", "--read-only-port is 0"));
    assertEquals("etcd", BenchmarkTopics.of("etcd", "Etcd Node Configuration", "--auto-tls"));
    assertEquals("policies", BenchmarkTopics.of("policies", "RBAC and Service Accounts", "wild"));
    assertEquals("other", BenchmarkTopics.of("", "", ""));
  }

  private static String master(String what) {
    return BenchmarkTopics.of("master", "Control Plane Node Configuration Files", what);
  }

  private static String node(String what) {
    return BenchmarkTopics.of("node", "Worker Node Configuration Files", what);
  }
}
