package org.safeguard.capture;

import java.util.ArrayList;
import java.util.List;

/// Puts a capture into words before anything is sent.
final class Explanation {

  private Explanation() {}

  static CapturePlan of(Access access, CaptureOptions options) {
    List<String> warnings = new ArrayList<>(access.context().warnings());
    if (access.proof().refusal() != null) {
      warnings.add("It cannot sign in: " + access.proof().refusal());
    }
    if (access.proxy() != null) {
      warnings.add(
          "Requests go through the proxy " + ClusterWarnings.withoutUserInfo(access.proxy()));
    }
    return new CapturePlan(
        access.server().toString(),
        access.context(),
        requests(options),
        LeftOut.inWords(options),
        warnings.stream().distinct().toList());
  }

  private static List<String> requests(CaptureOptions options) {
    List<String> requests = new ArrayList<>();
    String where =
        options.namespaces().isEmpty()
            ? "in all namespaces, or namespace by namespace where that is forbidden"
            : "in the namespaces " + String.join(", ", options.namespaces());
    requests.add("/version: the version of Kubernetes");
    requests.add("/api and /apis: which types the server serves");
    requests.add(
        "/api/v1/<type>?limit="
            + options.pageSize()
            + " and /apis/<group>/<version>/<type>?limit="
            + options.pageSize()
            + ": the list of every type served, custom resources included, "
            + where);
    requests.add(
        "/api/v1/configmaps: config maps too; where they are forbidden, kubeadm-config,"
            + " kubelet-config and kube-proxy of kube-system by name. What looks like a secret in"
            + " them is replaced before it is stored");
    if (options.secretNames()) {
      requests.add(
          "/api/v1/secrets: names, types and labels, with Accept: " + RequestRules.NAMES_ONLY);
    }
    requests.add(
        "at most "
            + options.parallel()
            + " lists at once, "
            + Math.round(options.requestsPerSecond())
            + " requests a second");
    return requests;
  }
}
