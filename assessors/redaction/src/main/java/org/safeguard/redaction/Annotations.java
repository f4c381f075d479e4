package org.safeguard.redaction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which annotations are kept: those of domains that rules and readers know. What others hold
/// nobody here can tell, so their values go.
final class Annotations {

  /// Copies of whole objects, which may hold anything, and what may hold a Secret's value.
  static final Set<String> COPIES =
      Set.of(
          "kubectl.kubernetes.io/last-applied-configuration",
          "openshift.io/token-secret.value",
          "objectset.rio.cattle.io/applied",
          "kapp.k14s.io/original",
          "kapp.k14s.io/original-diff",
          "kopf.zalando.org/last-handled-configuration",
          "banzaicloud.com/last-applied");

  private static final Set<String> COPY_NAMES =
      Set.of("last-applied-configuration", "last-applied", "last-handled-configuration");

  private static final List<String> DOMAINS =
      List.of(
          "kubernetes.io",
          "k8s.io",
          "x-k8s.io",
          "openshift.io",
          "istio.io",
          "linkerd.io",
          "kuma.io",
          "cilium.io",
          "projectcalico.org",
          "velero.io",
          "cert-manager.io",
          "kyverno.io",
          "gatekeeper.sh",
          "amazonaws.com",
          "google.com",
          "azure.com",
          "azure.workload.identity",
          "helm.sh",
          "argoproj.io",
          "fluxcd.io",
          "hashicorp.com",
          "external-secrets.io",
          "bitnami.com",
          "falco.org",
          "aquasecurity.github.io",
          "kubescape.io",
          "stackrox.io",
          "sigstore.dev",
          "cattle.io",
          "traefik.io",
          "konghq.com",
          "nginx.org",
          "nginx.com",
          "haproxy.org",
          "projectcontour.io",
          "prometheus.io",
          "fluentbit.io",
          "fluentd.org",
          "co.elastic.logs",
          "datadoghq.com",
          "sumologic.com",
          "splunk.com",
          "safeguard.hipaa");

  /// How a node's kubelet was started; both distributions mask their tokens there.
  private static final Set<String> KEYS = Set.of("k3s.io/node-args", "rke2.io/node-args");

  /// Unlike a cluster's keys, a hostile source's may be without end.
  private static final int MOST_KNOWN = 10_000;

  private final Map<String, Boolean> known = new HashMap<>();

  static boolean isCopy(String key) {
    return COPIES.contains(key) || COPY_NAMES.contains(key.substring(key.indexOf('/') + 1));
  }

  /// Whether a text is an object in JSON, which some tools keep in an annotation.
  static boolean holdsObject(String text) {
    return text.startsWith("{")
        && (text.contains("\"apiVersion\"")
            || text.contains("\"annotations\"")
            || text.contains("\"env\"") && text.contains("\"value\""));
  }

  boolean keeps(String key) {
    Boolean kept = known.get(key);
    if (kept == null) {
      kept = isOfKnownDomain(key);
      if (known.size() < MOST_KNOWN) {
        known.put(key, kept);
      }
    }
    return kept;
  }

  private static boolean isOfKnownDomain(String key) {
    int slash = key.indexOf('/');
    String domain = slash < 0 ? "" : key.substring(0, slash);
    return KEYS.contains(key)
        || DOMAINS.stream().anyMatch(d -> domain.equals(d) || domain.endsWith("." + d));
  }
}
