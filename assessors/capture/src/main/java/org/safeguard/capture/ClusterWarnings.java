package org.safeguard.capture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What to beware of when a kubeconfig leads to a cluster.
final class ClusterWarnings {

  private ClusterWarnings() {}

  static List<String> of(String name, KubeconfigFiles.Entry cluster) {
    List<String> warnings = new ArrayList<>();
    String server = cluster.body().text("server").orElse("");
    if (server.isEmpty()) {
      warnings.add("The kubeconfig has no server for the cluster \"" + name + "\"");
    }
    if (server.toLowerCase(Locale.ROOT).startsWith("http:")) {
      warnings.add("Plain HTTP: anybody on the way can read the objects and the credentials");
    }
    if (!withoutUserInfo(server).equals(server)) {
      warnings.add("The server's address holds a user name; it is not used");
    }
    if (cluster.body().flag("insecure-skip-tls-verify").orElse(false)) {
      warnings.add(
          "insecure-skip-tls-verify: the server's certificate is not checked, so anybody may"
              + " answer in its place");
    }
    Path authority = cluster.file("certificate-authority");
    if (authority != null && isRelative(cluster, "certificate-authority")) {
      warnings.add("A relative path names the certificate authority: " + authority);
    }
    String proxy = cluster.body().text("proxy-url").orElse("");
    if (!proxy.isEmpty()) {
      warnings.add("Requests go through the kubeconfig's proxy " + withoutUserInfo(proxy));
    }
    return warnings;
  }

  static boolean isRelative(KubeconfigFiles.Entry entry, String key) {
    return entry
        .body()
        .text(key)
        .filter(path -> !path.isEmpty() && !Path.of(path).isAbsolute())
        .isPresent();
  }

  /// An address without `user:password@`.
  static String withoutUserInfo(@Nullable String address) {
    return address == null ? "" : address.replaceFirst("^([A-Za-z0-9+.-]+://)[^/@]*@", "$1");
  }
}
