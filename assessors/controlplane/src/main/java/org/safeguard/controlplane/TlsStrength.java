package org.safeguard.controlplane;

import java.util.List;
import java.util.Set;
import org.safeguard.model.fact.Cause;

/// Whether a component's own settings keep weak TLS out.
///
/// Suites matter up to TLS 1.2 only. The suites of a server that names none depend on the Go
/// release it was built with and include some without authenticated encryption.
final class TlsStrength {

  private static final Set<String> STRONG =
      Set.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  private static final Set<String> OLD = Set.of("VersionTLS10", "VersionTLS11", "TLS1.0", "TLS1.1");
  private static final Set<String> NEWEST = Set.of("VersionTLS13", "TLS1.3");

  private TlsStrength() {}

  static Finding<Boolean> of(Component component, Settings settings) {
    if (component == Component.PROXY) {
      return Finding.unknown(new Cause(Cause.Code.ABSENT, "kube-proxy serves no TLS"), List.of());
    }
    String suites = component == Component.ETCD ? "cipher-suites" : "tls-cipher-suites";
    Finding<String> version = settings.text("tls-min-version");
    Finding<Boolean> newest = version.map(NEWEST::contains);
    Finding<Boolean> recent = version.map(text -> !OLD.contains(text));
    Finding<Boolean> strong =
        settings.list(suites).map(list -> !list.isEmpty() && STRONG.containsAll(list));
    return Finding.either(newest, Finding.both(recent, strong));
  }
}
