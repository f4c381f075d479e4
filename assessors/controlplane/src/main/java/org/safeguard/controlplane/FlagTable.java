package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The flags of a component that rules know of, with their defaults in each version, from the
/// [components](https://kubernetes.io/docs/reference/command-line-tools-reference/)
/// and [etcd](https://etcd.io/docs/v3.5/op-guide/configuration/).
///
/// A line is: name, kind, default (`-` for none), and the minor versions it holds in, as `20-` or
/// `-20`, the last of which is not one of them.
final class FlagTable {

  private static final String API_SERVER =
      """
      admission-control list -
      admission-control-config-file text -
      allow-privileged bool false
      anonymous-auth bool true
      api-audiences list -
      audit-log-maxage text 0
      audit-log-maxbackup text 0
      audit-log-maxsize text 0
      audit-log-path text -
      audit-policy-file text -
      audit-webhook-config-file text -
      authentication-config text -
      authentication-token-webhook-config-file text -
      authorization-config text -
      authorization-mode list AlwaysAllow
      basic-auth-file text -
      client-ca-file text -
      disable-admission-plugins list -
      enable-admission-plugins list -
      enable-bootstrap-token-auth bool false
      enable-priority-and-fairness bool true
      encryption-provider-config text -
      etcd-cafile text -
      etcd-certfile text -
      etcd-keyfile text -
      etcd-servers list -
      experimental-encryption-provider-config text -
      feature-gates list -
      insecure-bind-address text 127.0.0.1 -20
      insecure-bind-address text - 20-
      insecure-port text 8080 -20
      insecure-port text 0 20-
      kubelet-certificate-authority text -
      kubelet-client-certificate text -
      kubelet-client-key text -
      kubelet-https bool true
      oidc-issuer-url text -
      openshift-config text -
      profiling bool true
      request-timeout text 1m0s
      requestheader-client-ca-file text -
      secure-port text 6443
      service-account-extend-token-expiration bool true
      service-account-issuer list -
      service-account-key-file list -
      service-account-lookup bool true
      service-account-max-token-expiration text 0
      service-account-signing-key-file text -
      tls-cert-file text -
      tls-cipher-suites list -
      tls-min-version text -
      tls-private-key-file text -
      token-auth-file text -
      """;

  private static final String CONTROLLER_MANAGER =
      """
      address text 0.0.0.0 -23
      address text - 23-
      bind-address text 0.0.0.0
      feature-gates list -
      port text 10252 -23
      port text 0 23-
      profiling bool true
      root-ca-file text -
      secure-port text 10257
      service-account-private-key-file text -
      terminated-pod-gc-threshold text 12500
      tls-cipher-suites list -
      tls-min-version text -
      use-service-account-credentials bool false
      """;

  private static final String SCHEDULER =
      """
      address text 0.0.0.0 -23
      address text - 23-
      bind-address text 0.0.0.0
      config text -
      feature-gates list -
      port text 10251 -23
      port text 0 23-
      profiling bool true
      secure-port text 10259
      tls-cipher-suites list -
      tls-min-version text -
      """;

  private static final String ETCD =
      """
      auto-tls bool false
      cert-file text -
      cipher-suites list -
      client-cert-auth bool false
      config-file text -
      data-dir text -
      key-file text -
      listen-client-urls list http://localhost:2379
      listen-metrics-urls list -
      listen-peer-urls list http://localhost:2380
      peer-auto-tls bool false
      peer-cert-file text -
      peer-client-cert-auth bool false
      peer-key-file text -
      peer-trusted-ca-file text -
      tls-min-version text -
      trusted-ca-file text -
      """;

  private static final String PROXY =
      """
      config text -
      metrics-bind-address text 127.0.0.1:10249
      profiling bool false
      """;

  private final Map<String, List<Flag>> flags = new LinkedHashMap<>();

  private FlagTable(String lines) {
    lines.lines().forEach(line -> add(line.split(" ")));
  }

  static FlagTable of(Component component) {
    return new FlagTable(
        switch (component) {
          case API_SERVER -> API_SERVER;
          case CONTROLLER_MANAGER -> CONTROLLER_MANAGER;
          case SCHEDULER -> SCHEDULER;
          case ETCD -> ETCD;
          case PROXY -> PROXY;
        });
  }

  List<String> names() {
    return List.copyOf(flags.keySet());
  }

  /// How a flag is written; a flag that is not in the table is taken for text.
  Flag.Kind kind(String name) {
    List<Flag> known = flags.get(name);
    return known == null ? Flag.Kind.TEXT : known.getFirst().kind();
  }

  boolean knows(String name) {
    return flags.containsKey(name);
  }

  /// The default of a flag in a minor version; empty where the version would have to be known.
  Optional<String> fallback(String name, OptionalInt minor) {
    return flags.getOrDefault(name, List.of()).stream()
        .filter(flag -> flag.always() || minor.isPresent() && flag.holdsIn(minor.getAsInt()))
        .map(Flag::fallback)
        .findFirst();
  }

  private void add(String[] words) {
    String versions = words.length > 3 ? words[3] : "-";
    int dash = versions.indexOf('-');
    String since = versions.substring(0, dash);
    String until = versions.substring(dash + 1);
    flags
        .computeIfAbsent(words[0], _ -> new ArrayList<>())
        .add(
            new Flag(
                words[0],
                Flag.Kind.valueOf(words[1].toUpperCase(Locale.ROOT)),
                words[2].equals("-") ? "" : words[2],
                since.isEmpty() ? 0 : Integer.parseInt(since),
                until.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(until)));
  }
}
