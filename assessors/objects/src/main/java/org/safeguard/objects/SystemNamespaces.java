package org.safeguard.objects;

import java.util.Set;

/// The namespaces of the platform itself.
public final class SystemNamespaces {

  private static final Set<String> NAMES = Set.of("kube-system", "kube-public", "kube-node-lease");

  private SystemNamespaces() {}

  public static boolean contains(String namespace) {
    return NAMES.contains(namespace) || namespace.startsWith("openshift-");
  }
}
