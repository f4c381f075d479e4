package org.safeguard.capture;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which proxy leads to a server: the kubeconfig's own, or else, as `kubectl` does, the one of the
/// environment.
final class ProxyChoice {

  private final Map<String, String> environment;

  ProxyChoice(Map<String, String> environment) {
    this.environment = environment;
  }

  @Nullable String of(URI server, String own) {
    if (!own.isEmpty()) {
      return own;
    }
    String scheme = String.valueOf(server.getScheme()).toLowerCase(Locale.ROOT);
    String proxy = variable(scheme + "_proxy");
    return proxy.isEmpty() || isExcluded(String.valueOf(server.getHost())) ? null : proxy;
  }

  private boolean isExcluded(String host) {
    if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
      return true;
    }
    for (String entry : variable("no_proxy").split(",")) {
      String name = entry.strip().replaceFirst("^\\*?\\.", "");
      boolean matches = host.equals(name) || host.endsWith("." + name);
      if (!name.isEmpty() && (name.equals("*") || matches || inNetwork(host, name))) {
        return true;
      }
    }
    return false;
  }

  private static boolean inNetwork(String host, String network) {
    if (!network.contains("/") || !host.matches("[0-9.]+")) {
      return false;
    }
    String[] parts = network.split("/", 2);
    if (!parts[0].matches("(\\d{1,3}\\.){3}\\d{1,3}") || !parts[1].matches("\\d{1,2}")) {
      return false;
    }
    int bits = Math.min(32, Integer.parseInt(parts[1]));
    long mask = bits == 0 ? 0 : -1L << (32 - bits);
    return (address(host) & mask) == (address(parts[0]) & mask);
  }

  private static long address(String text) {
    long address = 0;
    for (String part : text.split("\\.")) {
      address = address << 8 | Long.parseLong(part.isEmpty() ? "0" : part);
    }
    return address;
  }

  private String variable(String name) {
    String lower = environment.getOrDefault(name, "");
    return lower.isEmpty() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : lower;
  }
}
