package org.safeguard.nodes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.objects.Place;
import org.safeguard.objects.Value;

/// The arguments that k3s and RKE2 note on each node, as the configuration they amount to. What
/// they do not say is what those distributions pass to the kubelet themselves.
///
/// @param settings a `KubeletConfiguration` as YAML
/// @param place the annotation
/// @param hostnameOverride the flag, empty text for none
record NodeArguments(String settings, Place place, Value<String> hostnameOverride) {

  private static final List<String> ANNOTATIONS = List.of("rke2.io/node-args", "k3s.io/node-args");

  /// Flags of the kubelet and where its configuration has the same setting.
  private static final Map<String, String> FLAGS =
      Map.ofEntries(
          Map.entry("anonymous-auth", "authentication.anonymous.enabled"),
          Map.entry("authentication-token-webhook", "authentication.webhook.enabled"),
          Map.entry("client-ca-file", "authentication.x509.clientCAFile"),
          Map.entry("authorization-mode", "authorization.mode"),
          Map.entry("read-only-port", "readOnlyPort"),
          Map.entry("streaming-connection-idle-timeout", "streamingConnectionIdleTimeout"),
          Map.entry("protect-kernel-defaults", "protectKernelDefaults"),
          Map.entry("make-iptables-util-chains", "makeIPTablesUtilChains"),
          Map.entry("event-qps", "eventRecordQPS"),
          Map.entry("tls-cert-file", "tlsCertFile"),
          Map.entry("tls-private-key-file", "tlsPrivateKeyFile"),
          Map.entry("rotate-certificates", "rotateCertificates"),
          Map.entry("rotate-server-certificates", "serverTLSBootstrap"),
          Map.entry("tls-cipher-suites", "tlsCipherSuites"),
          Map.entry("tls-min-version", "tlsMinVersion"),
          Map.entry("pod-max-pids", "podPidsLimit"),
          Map.entry("seccomp-default", "seccompDefault"),
          Map.entry("fail-swap-on", "failSwapOn"));

  /// The arguments of a node; empty where it has no such annotation, or where they name a
  /// configuration file, which nobody here can see.
  static Optional<NodeArguments> of(Place node) {
    for (String annotation : ANNOTATIONS) {
      Place place = node.at("metadata", "annotations", annotation);
      Optional<List<String>> words = words(place.text().orElse(""));
      if (words.isPresent()) {
        return of(words.get(), place, annotation.substring(0, annotation.indexOf('.')));
      }
    }
    return Optional.empty();
  }

  private static Optional<NodeArguments> of(List<String> words, Place place, String distribution) {
    TreeMap<String, String> flags = new TreeMap<>(defaults(distribution));
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("--protect-kernel-defaults")) {
        flags.put("protect-kernel-defaults", "true");
      } else if (word.equals("--kubelet-arg") && i + 1 < words.size()) {
        note(flags, words.get(i + 1));
      } else if (word.startsWith("--kubelet-arg=")) {
        note(flags, word.substring("--kubelet-arg=".length()));
      } else if (word.equals("--profile")
          && i + 1 < words.size()
          && words.get(i + 1).startsWith("cis")) {
        flags.put("protect-kernel-defaults", "true");
      }
    }
    if (flags.containsKey("config") || flags.containsKey("config-dir")) {
      return Optional.empty();
    }
    String hostname = flags.getOrDefault("hostname-override", "");
    return Optional.of(new NodeArguments(yaml(flags), place, new Value.Known<>(place, hostname)));
  }

  /// What both distributions pass to the kubelet unless told otherwise.
  private static Map<String, String> defaults(String distribution) {
    String folder = "/var/lib/rancher/" + distribution + "/agent/";
    return Map.of(
        "anonymous-auth", "false",
        "authentication-token-webhook", "true",
        "authorization-mode", "Webhook",
        "client-ca-file", folder + "client-ca.crt",
        "read-only-port", "0",
        "tls-cert-file", folder + "serving-kubelet.crt",
        "tls-private-key-file", folder + "serving-kubelet.key",
        "fail-swap-on", "false");
  }

  private static void note(Map<String, String> flags, String argument) {
    String plain = argument.startsWith("--") ? argument.substring(2) : argument;
    int equals = plain.indexOf('=');
    flags.put(
        equals < 0 ? plain : plain.substring(0, equals),
        equals < 0 ? "true" : plain.substring(equals + 1));
  }

  /// The flags as a configuration; one that no setting answers to is left out.
  private static String yaml(Map<String, String> flags) {
    Map<String, List<String>> nested = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder("kind: KubeletConfiguration\n");
    flags.forEach(
        (flag, value) -> {
          String path = FLAGS.get(flag);
          if (path != null && !path.contains(".")) {
            text.append(path).append(": ").append(scalar(path, value)).append('\n');
          } else if (path != null) {
            nested
                .computeIfAbsent(path.substring(0, path.indexOf('.')), _ -> new ArrayList<>())
                .add(flow(path.substring(path.indexOf('.') + 1), scalar(path, value)));
          }
        });
    nested.forEach(
        (key, parts) ->
            text.append(key).append(": {").append(String.join(", ", parts)).append("}\n"));
    return text.toString();
  }

  private static String flow(String path, String value) {
    int dot = path.indexOf('.');
    return dot < 0
        ? path + ": " + value
        : path.substring(0, dot) + ": {" + flow(path.substring(dot + 1), value) + "}";
  }

  private static String scalar(String path, String value) {
    if (path.equals("tlsCipherSuites")) {
      return "[" + value.replaceAll("[^A-Za-z0-9_,]", "") + "]";
    }
    return value.matches("true|false|-?[0-9]{1,9}") ? value : "'" + value.replace("'", "''") + "'";
  }

  private static Optional<List<String>> words(String json) {
    if (!json.startsWith("[")) {
      return Optional.empty();
    }
    try {
      return Documents.yaml(json).getFirst() instanceof ArrayNode array
          ? Optional.of(array.texts())
          : Optional.empty();
    } catch (MalformedDocumentException e) {
      return Optional.empty();
    }
  }
}
