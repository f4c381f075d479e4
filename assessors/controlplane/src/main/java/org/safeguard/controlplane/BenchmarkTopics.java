package org.safeguard.controlplane;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tells what a check of the CIS benchmarks is about. Numbers differ between the benchmarks of
/// Kubernetes and those of distributions and providers, so the words count.
final class BenchmarkTopics {

  /// Topics that every cluster has on some node.
  static final List<String> EXPECTED =
      List.of(
          "control-plane-files",
          "etcd-data",
          "kubelet-files",
          "kube-proxy-files",
          "api-server",
          "controller-manager",
          "scheduler",
          "etcd",
          "kubelet");

  /// The first whose words the title of a group holds.
  private static final List<Map.Entry<String, String>> GROUPS =
      List.of(
          Map.entry("api server", "api-server"),
          Map.entry("controller manager", "controller-manager"),
          Map.entry("scheduler", "scheduler"),
          Map.entry("etcd", "etcd"),
          Map.entry("kube-proxy", "kube-proxy"),
          Map.entry("kubelet", "kubelet"),
          Map.entry("logging", "logging"),
          Map.entry("authentication and authorization", "authentication"));

  private BenchmarkTopics() {}

  static String of(String nodeType, String group, String description) {
    String what = description.toLowerCase(Locale.ROOT);
    if (isAboutFiles(what)) {
      return files(nodeType, what);
    }
    if (nodeType.equals("policies")) {
      return "policies";
    }
    if (nodeType.equals("managedservices")) {
      return "managed-services";
    }
    String title = group.toLowerCase(Locale.ROOT);
    return GROUPS.stream()
        .filter(entry -> title.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("other");
  }

  private static boolean isAboutFiles(String what) {
    boolean rights = what.contains("permission") || what.contains("ownership");
    return rights
        && (what.contains("file") || what.contains("director") || what.contains("kubeconfig"));
  }

  private static String files(String nodeType, String what) {
    if (what.contains("proxy")) {
      return "kube-proxy-files";
    }
    if (what.contains("etcd data")) {
      return "etcd-data";
    }
    boolean worker = nodeType.equals("node") || nodeType.equals("worker");
    return worker || what.contains("kubelet") ? "kubelet-files" : "control-plane-files";
  }
}
